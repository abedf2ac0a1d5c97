"""Where lines of text stand on a page: PP-OCRv6 of the package `rapidocr`."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from threading import Lock
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from rapidocr import RapidOCR

if TYPE_CHECKING:
    from govinfo.adapters.scan._pixels import Grey, Numbers

_MODEL = "PP-OCRv6_det_small.onnx"
_LONGEST = 960
"""Pixels of the longer side on which lines are found; time and memory grow with their square."""
_THREADS = 2
_LOCK = Lock()


def text_on(ink: Grey) -> Numbers:
    """The corners of each line of text: how many × 4 × x and y, in pixels."""
    scale = min(1.0, _LONGEST / max(ink.shape))
    height, width = (max(1, round(side * scale)) for side in ink.shape)
    small = cv2.resize(ink, (width, height), interpolation=cv2.INTER_AREA)
    with _LOCK:
        found = _detector()(
            cv2.cvtColor(small, cv2.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=False
        )
    if found.boxes is None:
        return np.zeros((0, 4, 2), np.float32)
    return np.asarray(found.boxes, np.float32).reshape(-1, 4, 2) / np.float32(scale)


@cache
def _detector() -> Any:
    """The library; by the path of its own model it looks for no other in the network."""
    with as_file(files("rapidocr") / "models" / _MODEL) as path:
        return RapidOCR(
            params={
                "Global.log_level": "critical",
                "Det.model_path": str(path),
                "Det.limit_type": "max",
                "Det.limit_side_len": _LONGEST,
                "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
            }
        )
