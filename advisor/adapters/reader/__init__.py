"""The embedded reader: small linear models over words, letters and an optional vector of the message."""
