"""Reading tables by a class: declared labels, their compilation, and the interpreter."""
