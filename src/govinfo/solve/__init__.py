"""Which reading of a printed row survives: damages propose, sums deny, agreement decides."""
