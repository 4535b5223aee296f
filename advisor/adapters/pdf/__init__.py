"""The PDF: set by Typst on A4 with embedded Japanese fonts, tagged for those who hear it."""
