"""Stories already under way, one for each persona, told through the same services that people use."""

from marketplace.app.seed.places import Cast
from marketplace.core.uow import UnitOfWork


def tell(uow: UnitOfWork, cast: Cast) -> None:
    """Let the people of the demo do their work up to today."""
