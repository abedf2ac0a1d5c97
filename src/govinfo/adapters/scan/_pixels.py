"""Pictures as arrays."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Pixels: TypeAlias = NDArray[np.uint8]
"""A picture: height × width, or height × width × red, green, blue; 0 is dark."""
Grey: TypeAlias = NDArray[np.uint8]
"""Height × width; 0 is dark."""
Numbers: TypeAlias = NDArray[Any]
