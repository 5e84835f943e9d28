"""Everything that may differ between two installations, read once from the environment.

The defaults run the whole product on one machine with synthetic data: an embedded PostgreSQL, an embedded
broker, the demo accounts. No other module reads the environment.
"""

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import AliasChoices, Field, PostgresDsn, TypeAdapter, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DEVELOPMENT_SECRET = "development-only-secret-never-in-production"  # noqa: S105 - production refuses it
SHORTEST_SECRET = 32
"""Characters a production secret must have: 32 random characters hold more than 128 bits."""


def reachable_by_everyone(path: Path) -> bool:
    """Say whether any user may walk down to `path`: every existing folder on the way has its x bit."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents) if folder.is_dir())


def default_home() -> Path:
    """Choose the data folder: one for each checkout, so that two copies on one machine never share a database.

    PostgreSQL refuses to run as root, so root's database runs as `nobody`, who must be able to walk there.
    """
    checkout = Path(__file__).resolve().parents[2]
    root = os.name == "posix" and os.geteuid() == 0
    if (checkout / "pyproject.toml").is_file() and (not root or reachable_by_everyone(checkout)):
        return checkout / ".xianyong"
    if root:
        return Path("/var/lib/xianyong") / hashlib.sha256(bytes(checkout)).hexdigest()[:8]
    return Path.home() / ".local" / "share" / "xianyong"


class Settings(BaseSettings):
    """The settings of the house; each district with more to decide has a class of its own beside its code."""

    model_config = SettingsConfigDict(
        env_prefix="XIANYONG_",
        frozen=True,
        extra="ignore",
        populate_by_name=True,
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
    )

    production: bool = False
    """Real people and real money: default secrets, demo accounts and the demo clock are refused."""
    demo: bool = Field(default_factory=lambda fields: not fields.get("production", False))
    """Demo accounts may sign in with one click and without a second factor. Default: on unless in production."""
    demo_clock: bool = Field(default_factory=lambda fields: bool(fields.get("demo", False)))
    """An administrator may move the business date forward. Default: as `demo`."""

    home: Path = Field(default_factory=default_home)
    """Folder for all data of this copy: database, broker, documents, search index, logs."""
    host: str = "127.0.0.1"
    """Address the web server listens on."""
    port: int = Field(default=0, ge=0, le=65535, validation_alias=AliasChoices("XIANYONG_PORT", "PORT"))
    """Port of the web server; 0 takes 8000 or the next free one and remembers it in `home`."""
    web_processes: int = Field(default_factory=lambda: min(2, os.cpu_count() or 1), ge=1, le=64)
    """Processes that answer requests, each on a core of its own; left out: two, or one on a machine with one core."""
    public_url: str = ""
    """Address people reach the product at, used in links and in payment returns; empty: taken from host and port."""

    database_url: str = Field(
        default="", repr=False, validation_alias=AliasChoices("XIANYONG_DATABASE_URL", "DATABASE_URL")
    )
    """PostgreSQL 18 or newer; empty: the embedded server below `home`."""
    database_pool: int = Field(default=10, ge=1, le=200)
    """Database connections one process keeps open."""
    broker_url: str = Field(default="", repr=False)
    """Celery's broker, `redis://`, `redis+socket://` or `amqp://`; empty: the embedded Valkey below `home`."""
    elasticsearch_url: str = Field(
        default="",
        repr=False,
        validation_alias=AliasChoices("XIANYONG_ELASTICSEARCH_URL", "ELASTICSEARCH_URL"),
    )
    """An Elasticsearch node; empty: the embedded search engine."""

    secret_key: str = Field(default=DEVELOPMENT_SECRET, repr=False)
    """Signs cookies and one-time links; at least 32 random characters in production."""
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$")
    """Least severe log line that is written."""

    @field_validator("home")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().resolve()

    @field_validator("database_url")
    @classmethod
    def _with_driver(cls, value: str) -> str:
        """Name the driver, so that the address a hosting company hands out can be pasted as it is."""
        if not value:
            return value
        TypeAdapter(PostgresDsn).validate_python(value.replace("@/", "@localhost/"))
        return "postgresql+psycopg://" + value.split("://", 1)[1]

    @model_validator(mode="after")
    def _safe_in_production(self) -> Self:
        if not self.production:
            return self
        if self.secret_key == DEVELOPMENT_SECRET or len(self.secret_key) < SHORTEST_SECRET:
            message = f"production needs XIANYONG_SECRET_KEY: {SHORTEST_SECRET} random characters or more"
            raise ValueError(message)
        if self.demo or self.demo_clock:
            message = "production refuses the demo accounts and the demo clock: unset XIANYONG_DEMO, XIANYONG_DEMO_CLOCK"
            raise ValueError(message)
        return self

    @property
    def address(self) -> str:
        """The address for links, without a final slash."""
        return (self.public_url or f"http://{self.host}:{self.port or 8000}").rstrip("/")

    @property
    def sqlalchemy_url(self) -> str:
        """The database's address with its driver; raises LookupError where no database was given or started."""
        if not self.database_url:
            message = "no database: start the product with xianyong serve, or set DATABASE_URL"
            raise LookupError(message)
        return self.database_url


@cache
def settings() -> Settings:
    """Give the settings of this process, read on first use."""
    return Settings()


def override(**variables: str) -> None:
    """Set environment variables for this process and its children, and read the settings again.

    Called at start only, by whoever knows more than the environment: the address of a database just started.
    """
    os.environ.update(variables)
    settings.cache_clear()
