"""From what was read to what is said: facts, and every GI1xx."""
