"""What is wrong with a report: its arithmetic, its narrative against its tables, its form."""
