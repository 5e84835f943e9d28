"""How the SDK asks a provider: never faster than it allows, never longer than a person waits, not at all while it is down.

Each process learns for itself how the provider is. What it may not ask now is told as a connection error with a code of
ours, so that it is asked again later like any other call whose outcome is not known.
"""

import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

import requests
import stripe
from requests.adapters import HTTPAdapter

PER_SECOND = 20.0
"""A process asks no faster than this: Stripe takes 25 a second of one kind of call."""
UNBOUNDED = 1_000.0
"""The pace towards a stand-in, which bears whatever comes."""
SLOWEST = 1.0
"""What is left of the pace when the provider refuses again and again: half of it with each refusal."""
BURST = 20
FAILURES = 3
"""So many calls that failed in a row, and nobody is made to wait for the next one."""
PAUSE_SECONDS = 10.0
"""After this long one call tries whether the provider is back; the others still do not."""
CONNECT_SECONDS = 1.5
CONNECTIONS = 32
DOWN, CROWDED = "provider_down", "too_many_at_once"

Clock = Callable[[], float]


class Bucket:
    """Gives calls their turn: some at once, then one after another at the pace that the provider bears."""

    def __init__(self, pace: float, clock: Clock, sleep: Callable[[float], object]) -> None:
        self._clock, self._sleep = clock, sleep
        self._lock = threading.Lock()
        self._fastest = self.pace = pace
        self._in_hand, self._counted_at = float(BURST), clock()

    def take(self, until: float) -> bool:
        """Wait for a turn; False when none comes before `until`, and then none is taken."""
        with self._lock:
            self._count()
            wait = max(0.0, (1 - self._in_hand) / self.pace)
            if self._counted_at + wait > until:
                return False
            self._in_hand -= 1  # below nothing: turns that are taken and have not come yet
        if wait:
            self._sleep(wait)
        return True

    def _count(self) -> None:
        now = self._clock()
        self._in_hand = min(BURST, self._in_hand + (now - self._counted_at) * self.pace)
        self._counted_at = now

    def refused(self) -> None:
        """Go on at half the pace, with nothing in hand."""
        with self._lock:
            self._count()
            self.pace = max(SLOWEST, self.pace / 2)
            self._in_hand = min(0.0, self._in_hand)

    def taken(self) -> None:
        """Find back to the full pace, call by call."""
        with self._lock:
            self._count()
            self.pace = min(self._fastest, self.pace + 0.5)


class Circuit:
    """Knows whether the provider answers; open: it does not, and is left alone for a while."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures, self._closed_again_at = 0, 0.0

    def admit(self) -> bool:
        """Say whether to ask now; while it is open, one call after each pause may."""
        with self._lock:
            if self._failures < FAILURES:
                return True
            now = self._clock()
            if now < self._closed_again_at:
                return False
            self._closed_again_at = now + PAUSE_SECONDS
            return True

    def heard(self, *, well: bool) -> None:
        """Note whether the provider answered."""
        with self._lock:
            self._failures = 0 if well else self._failures + 1
            self._closed_again_at = self._clock() + PAUSE_SECONDS


def _connections() -> requests.Session:
    """The connections that all threads of a process ask over, whoever of them comes and goes."""
    session = requests.Session()
    session.mount("http://", HTTPAdapter(pool_maxsize=CONNECTIONS))
    session.mount("https://", HTTPAdapter(pool_maxsize=CONNECTIONS))
    return session


def _not_now(why: str, code: str) -> stripe.APIConnectionError:
    return stripe.APIConnectionError(why, code=code)  # type: ignore[no-untyped-call]


class PatientClient(stripe.RequestsClient):
    """The SDK's client with a turn for each request, `seconds` for each call with all its repeats, and a circuit."""

    def __init__(
        self,
        seconds: float,
        pace: float = PER_SECOND,
        *,
        clock: Clock = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self.seconds, self._clock = seconds, clock
        self._bucket, self._circuit = Bucket(pace, clock, sleep), Circuit(clock)
        self._of_call = threading.local()
        super().__init__(session=_connections())

    @property
    def _timeout(self) -> tuple[float, float]:
        left = max(self._left(), 0.01)
        connect = min(CONNECT_SECONDS, left / 3)
        return connect, left - connect

    @_timeout.setter
    def _timeout(self, _: object) -> None:
        """Given by what is left of the call."""

    def _left(self) -> float:
        return float(self._of_call.until - self._clock())

    def request_with_retries(self, *args: Any, **kwargs: Any) -> tuple[str, int, Mapping[str, str]]:
        """Make one call with its repeats; raises APIConnectionError with a code of ours when it may not be made now."""
        if not self._circuit.admit():
            raise _not_now("the provider does not answer", DOWN)
        self._of_call.until = self._clock() + self.seconds
        try:
            answer = super().request_with_retries(*args, **kwargs)
        except stripe.APIConnectionError as error:
            if error.code != CROWDED:
                self._circuit.heard(well=False)
            raise
        self._circuit.heard(well=answer[1] < 500)
        return answer

    def request(self, *args: Any, **kwargs: Any) -> tuple[Any, int, Mapping[str, str]]:
        """Send one request when it is its turn."""
        if not self._bucket.take(self._of_call.until):
            raise _not_now("too many calls at once", CROWDED)
        answer = super().request(*args, **kwargs)
        if answer[1] == 429:
            self._bucket.refused()
        else:
            self._bucket.taken()
        return answer

    def _should_retry(self, *args: Any, **kwargs: Any) -> bool:
        return self._left() > 2 * self.INITIAL_DELAY and bool(super()._should_retry(*args, **kwargs))
