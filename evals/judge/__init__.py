"""A language model as judge: one criterion a call, a literal quotation, and how far it can be trusted."""
