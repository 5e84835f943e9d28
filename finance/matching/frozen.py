"""The manner of every value here: immutable, closed, and with one canonical JSON form."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value object; unknown keys are refused, so a misspelled rule never passes silently."""

    model_config = ConfigDict(frozen=True, extra="forbid")
