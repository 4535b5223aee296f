"""What a checker asks of the paper: one function a rule, each with its reason and what to do."""
