"""The national template: its sections as classes, and a report as their sum."""
