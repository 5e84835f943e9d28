"""Settings: production refuses what only a demo may have."""

import pytest
from pydantic import ValidationError

from marketplace.core.settings import DEVELOPMENT_SECRET, Settings

SECRET = "s" * 32


@pytest.mark.parametrize(
    "unsafe",
    [
        {},
        {"secret_key": DEVELOPMENT_SECRET},
        {"secret_key": "s" * 31},
        {"secret_key": SECRET, "demo": True},
        {"secret_key": SECRET, "demo_clock": True},
    ],
)
def test_production_refuses(unsafe: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XIANYONG_PRODUCTION", "true")
    with pytest.raises(ValidationError, match="production"):
        Settings.model_validate(unsafe)


def test_production_switches_the_demo_off_by_itself() -> None:
    settings = Settings(production=True, secret_key=SECRET)
    assert (settings.demo, settings.demo_clock) == (False, False)


def test_a_demo_is_the_default() -> None:
    settings = Settings()
    assert (settings.production, settings.demo, settings.demo_clock) == (False, True, True)


@pytest.mark.parametrize(
    "given", ["postgres://u:p@db/x", "postgresql://u:p@db/x", "postgresql+asyncpg://u:p@db/x"]
)
def test_any_spelling_of_the_database_address_gets_our_driver(
    given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", given)
    assert Settings().sqlalchemy_url == "postgresql+psycopg://u:p@db/x"


def test_another_database_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://u:secret-word@db/x")
    with pytest.raises(ValidationError) as refused:
        Settings()
    assert "secret-word" not in str(refused.value)


def test_plain_names_are_honored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "4321")
    monkeypatch.setenv("ELASTICSEARCH_URL", "http://127.0.0.1:9200")
    settings = Settings()
    assert (settings.port, settings.elasticsearch_url) == (4321, "http://127.0.0.1:9200")
    assert settings.address == "http://127.0.0.1:4321"
