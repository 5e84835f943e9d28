"""The two manners of a value: what is shown, and what is also closed to unknown fields."""

from pydantic import BaseModel, ConfigDict


class Shown(BaseModel):
    """An immutable value that only we make, and people read."""

    model_config = ConfigDict(frozen=True)


class Frozen(Shown):
    """An immutable value that others may write: an unknown field is an error, so a misspelled one never passes."""

    model_config = ConfigDict(extra="forbid")
