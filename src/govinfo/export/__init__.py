"""A report as plain data, as a JSON Schema, as HTML."""
