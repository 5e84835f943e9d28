"""What was made from rows is kept while they stay as they were, so that giving it again costs next to nothing."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Answers by question, each with the state of what it was made from; beyond `most` those least asked for go.

    Read the state before what it shall stand for: then an answer that is newer than its state is only made once more.
    """

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._answers: OrderedDict[Hashable, tuple[Hashable, Value]] = OrderedDict()

    def take(self, question: Hashable, state: Hashable) -> Value | None:
        """Give the answer that was made from this state."""
        with self._lock:
            made_from, answer = self._answers.get(question, (None, None))
            if answer is None or made_from != state:
                return None
            self._answers.move_to_end(question)
            return answer

    def put(self, question: Hashable, state: Hashable, answer: Value) -> None:
        """Keep an answer in place of an older one."""
        with self._lock:
            self._answers[question] = state, answer
            self._answers.move_to_end(question)
            if len(self._answers) > self._most:
                self._answers.popitem(last=False)
