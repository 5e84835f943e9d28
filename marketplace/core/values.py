"""The two manners of a value: what is shown, and what is also closed to unknown fields."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Shown(BaseModel):
    """An immutable value that only we make, and people read."""

    model_config = ConfigDict(frozen=True)


class Frozen(Shown):
    """An immutable value that others may write: an unknown field is an error, so a misspelled one never passes."""

    model_config = ConfigDict(extra="forbid")


Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=400)]


class Because(Frozen):
    """Why somebody takes a step; the other side reads it."""

    reason: Reason
