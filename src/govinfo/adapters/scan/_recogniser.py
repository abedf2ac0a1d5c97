"""What a picture of one line of text says: PP-OCRv6, run by onnxruntime.

The model comes with the package `rapidocr`. It is run directly, since a reading needs more of it
than the words: how sure each letter is, and where it stands.
"""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import as_file, files
from threading import Lock
from typing import TYPE_CHECKING

import cv2
import numpy as np
import onnxruntime
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govinfo.adapters.scan._pixels import Grey, Numbers
    from govinfo.source import Clock

HEIGHT = 48
"""Pixels that a line is high for the model."""
_MODEL = "PP-OCRv6_rec_small.onnx"
_STEP = 8  # pixels a column of the model's answer
_LEAST, _WIDEST = 64, 3200  # pixels of width that the model is given
_BATCH = 2048  # pixels of width that are read at once
_THREADS = 2
_ALIKE = {"0": "Oo", "1": "Il"}  # letters that differ from a digit by their neighbours only


@frozen(slots=True)
class Said:
    """What a line says.

    Attributes:
        text: Its letters; blanks between words as the model has them.
        sure: How sure the least sure letter is, from 0 to 1.
        places: Where the middle of each letter stands, in pixels of the picture from its left.
    """

    text: str
    sure: float
    places: tuple[float, ...]


NOTHING = Said("", 0.0, ())


class Recogniser:
    """The model. It may be used by several threads."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(_THREADS, os.cpu_count() or 1)
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.enable_cpu_mem_arena = False  # It would keep what the widest line took.
        options.log_severity_level = 4
        with as_file(files("rapidocr") / "models" / _MODEL) as path:
            self._session = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        letters = self._session.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._letters = ["", *letters, " "]
        self._alike = [
            (self._letters.index(digit), self._letters.index(letter))
            for digit, those in _ALIKE.items()
            for letter in those
        ]
        self._input = self._session.get_inputs()[0].name
        self._lock = Lock()

    def read(
        self, lines: Sequence[Grey], clock: Clock | None = None, *, figures: bool = False
    ) -> list[Said]:
        """What lines of text say, each a picture of its own, dark on white.

        Args:
            lines: The pictures.
            clock: The time that the page has taken; looked at now and then.
            figures: Whether a letter is a digit where one looks like the other.

        Raises:
            LimitExceeded: It is more than the page may take.
        """
        scaled = [_scaled(line) for line in lines]
        found = [NOTHING] * len(lines)
        for batch in _batches([line.shape[1] for line in scaled]):
            if clock is not None:
                clock.check()
            width = max(scaled[at].shape[1] for at in batch)
            answers = self._answers([scaled[at] for at in batch], width)
            for digit, letter in self._alike if figures else ():
                answers[..., digit] += answers[..., letter]
                answers[..., letter] = 0.0
            for at, answer in zip(batch, answers, strict=True):
                found[at] = self._said(answer, lines[at].shape[0] / HEIGHT)
        return found

    def _answers(self, lines: Iterable[Grey], width: int) -> Numbers:
        given = [
            cv2.copyMakeBorder(line, 0, 0, 0, width - line.shape[1], cv2.BORDER_CONSTANT, value=255)
            for line in lines
        ]
        batch = np.stack(given).astype(np.float32)[:, None] / 127.5 - 1.0
        with self._lock:
            (answers,) = self._session.run(None, {self._input: np.repeat(batch, 3, axis=1)})
        return np.array(answers)

    def _said(self, answer: Numbers, scale: float) -> Said:
        """The letters of an answer: the likeliest of each column, each once as long as it lasts."""
        best = answer.argmax(axis=1)
        first = np.flatnonzero((best != 0) & (np.diff(best, prepend=0) != 0))
        if not len(first):
            return NOTHING
        sure = answer[first, best[first]]
        return Said(
            "".join(self._letters[number] for number in best[first]),
            float(sure.min()),
            tuple((float(at) + 0.5) * _STEP * scale for at in first),
        )


@cache
def recogniser() -> Recogniser:
    """The model, loaded once."""
    return Recogniser()


def _scaled(line: Grey) -> Grey:
    height, width = line.shape
    wanted = min(max(_STEP, round(width * HEIGHT / height)), _WIDEST)
    way = cv2.INTER_AREA if height > HEIGHT else cv2.INTER_CUBIC
    scaled: Grey = cv2.resize(line, (wanted, HEIGHT), interpolation=way)
    return scaled


def _batches(widths: Sequence[int]) -> Iterable[list[int]]:
    """Lines of about one width together, for all are given the width of the widest."""
    batch: list[int] = []
    for at in sorted(range(len(widths)), key=widths.__getitem__):
        wide = max(widths[at], _LEAST)
        if batch and (
            (len(batch) + 1) * wide > _BATCH or wide > 1.5 * max(widths[batch[0]], _LEAST)
        ):
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch
