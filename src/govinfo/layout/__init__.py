"""Where things stand in a document: which line is which row, which cell may be which column."""
