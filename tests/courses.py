"""How far the random courses of events go: a handful in the suite, ten thousand steps in `make courses`; seed printed."""

import os
import random
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

STEPS = 16
"""Steps of one course."""


def a_seed() -> int:
    """The seed that `XIANYONG_SEED` names, or a new one."""
    return int(os.environ.get("XIANYONG_SEED") or random.SystemRandom().randrange(2**32))


def run_courses(machine: type[RuleBasedStateMachine]) -> None:
    """Run as many courses as `XIANYONG_COURSES` says, from the seed that `XIANYONG_SEED` names or a new one; prints both."""
    courses = int(os.environ.get("XIANYONG_COURSES", "6"))
    seed = a_seed()
    print(f"{machine.__name__}: {courses} courses of {STEPS} steps, XIANYONG_SEED={seed}")  # noqa: T201 - for the log
    factory: Any = machine
    factory._hypothesis_internal_use_seed = seed
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=courses, stateful_step_count=STEPS, deadline=None, database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
