"""The library on the page: cases, technologies, methods and the framework, with how far each was checked."""
