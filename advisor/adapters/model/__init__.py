"""Language models in the roles of reader, writer and drafter, each before its embedded understudy."""
