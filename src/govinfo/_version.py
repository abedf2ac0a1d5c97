"""The library's version, for the package, its build and what it writes."""

VERSION = "0.1.0"
