"""The paper on the page: its header, its preview with origins, what a checker says, and the files."""
