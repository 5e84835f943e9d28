"""Makes the database ready for the product: the newest schema, and demo data where there is none."""

from marketplace.app import schema
from marketplace.core.settings import settings


def main() -> None:
    """Migrate; the supervisor runs this as a child before it starts the API and the worker."""
    schema.upgrade(settings().sqlalchemy_url)


if __name__ == "__main__":
    main()
