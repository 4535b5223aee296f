"""The Excel file: the logic model, the indicators with formulae and checks, figures, open points, origins."""
