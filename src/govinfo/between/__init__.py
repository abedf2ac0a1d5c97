"""Between reports: two years of one organ, and an organ beside its subordinates."""
