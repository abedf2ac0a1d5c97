"""Hypothesis profiles: `ci` is the default; `pytest --hypothesis-profile=long` searches further."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

# Continuous integration must give the same answer for the same code, on slow machines too.
settings.register_profile(
    "ci",
    max_examples=3,
    derandomize=True,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long",
    max_examples=300,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci")
