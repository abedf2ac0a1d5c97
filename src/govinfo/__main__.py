"""`python -m govinfo`: the command line."""

from __future__ import annotations

from govinfo.cli import main

if __name__ == "__main__":
    main(prog_name="govinfo")
