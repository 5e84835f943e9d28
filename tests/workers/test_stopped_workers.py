"""Workers stopped in every way, and a broker that forgets, while they work: all is done in the end, each effect once."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.app.waiting import reachable_folder, until
from tests.workers.workshop import TASKS, Workshop


@pytest.fixture
def workshop(committed_engine: Engine) -> Iterator[Workshop]:
    with reachable_folder() as folder:
        made = Workshop(committed_engine, Path(folder))
        made.open_broker()
        try:
            yield made
        finally:
            made.broker.stop()


@pytest.mark.fault("W09")
@pytest.mark.parametrize(
    "how", [signal.SIGTERM, signal.SIGQUIT, signal.SIGKILL], ids=["warm", "soft", "killed"]
)
def test_a_deployment_stops_a_worker_in_the_middle_of_fifty_tasks(
    workshop: Workshop, how: signal.Signals
) -> None:
    workshop.announce()
    workshop.hand_out()
    with workshop.worker() as worker:
        with workshop.standing():
            workshop.wake(2 * TASKS)
            until(workshop.all_under_way, 240)
            worker.send_signal(how)
            if how == signal.SIGKILL:
                worker.wait(60)
        ended = worker.wait(60)
    if how == signal.SIGKILL:
        assert ended == -signal.SIGKILL
        assert workshop.told() == (0, 0), "the database undoes what they had begun"
        with workshop.worker("--beat"):  # the new release
            until(lambda: workshop.told() == (TASKS, TASKS))
    assert workshop.told() == (TASKS, TASKS)
    assert workshop.one("SELECT min(attempts) FROM outbox_delivery") == (2 if how == signal.SIGKILL else 1)
    if how != signal.SIGKILL:
        assert workshop.unacknowledged() == 0, "what it had taken and not begun is handed back at once"


@pytest.mark.fault("W03")
def test_a_broker_that_forgets_everything_again_and_again_loses_nothing(workshop: Workshop) -> None:
    with workshop.worker("--beat"):
        for _ in range(4):
            workshop.announce()
            workshop.wake()
            workshop.redis.flushall()
            workshop.wake()
            workshop.redis.flushall()
        until(lambda: workshop.told() == (4 * TASKS, 4 * TASKS))
