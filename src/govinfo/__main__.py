"""`python -m govinfo`: the command line."""

from govinfo.cli import main

main(prog_name="govinfo")
