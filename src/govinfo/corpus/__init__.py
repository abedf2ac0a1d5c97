"""A corpus: many documents read by many processes into the tables of one panel."""

from __future__ import annotations

from govinfo.corpus.covered import coverage as coverage
from govinfo.corpus.run import Interrupted as Interrupted
from govinfo.corpus.run import batch as batch
from govinfo.corpus.summary import State as State
from govinfo.corpus.summary import Summary as Summary
