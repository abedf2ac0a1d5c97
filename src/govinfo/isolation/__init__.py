"""Work on a stranger's bytes in a process that may die: `run` and what it returns."""

from __future__ import annotations

from govinfo.isolation.pool import POOL as POOL
from govinfo.isolation.pool import Pool as Pool
from govinfo.isolation.pool import Stopped as Stopped
from govinfo.isolation.work import Failure as Failure
from govinfo.isolation.work import Guard as Guard
from govinfo.isolation.work import Job as Job
from govinfo.isolation.work import Reason as Reason
from govinfo.isolation.work import lacked_memory as lacked_memory
