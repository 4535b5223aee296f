"""The eval suite: tasks over committed cases, their figures with intervals, and what is made of them."""
