"""The commands of `govinfo`, a module for each group, and what they share."""
