"""The PowerPoint file: one A4 slide of native shapes, and what does not fit it on its notes page."""
