"""Adapters turn the bytes of one format into blocks. They know nothing of the template."""
