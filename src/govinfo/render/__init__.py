"""A report written again: as the template's tables, as HTML, for the terminal."""
