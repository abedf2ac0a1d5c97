"""What the prose says: figures of running text, linked to facts or to measures of their own."""
