"""What may differ between two installations of the search district, read once from the environment."""

from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import AliasChoices, Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

EngineName = Literal["embedded", "elasticsearch"]


def default_devnode_cache() -> Path:
    """Choose the folder that keeps the unpacked development server between runs."""
    return Path.home() / ".cache" / "xianyong" / "elasticsearch"


class SearchSettings(BaseSettings):
    """The settings of search; the defaults need no server: an embedded index below the data folder."""

    model_config = SettingsConfigDict(
        env_prefix="XIANYONG_SEARCH_",
        frozen=True,
        extra="ignore",
        populate_by_name=True,
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
    )

    url: str = Field(
        default="", repr=False, validation_alias=AliasChoices("XIANYONG_SEARCH_URL", "ELASTICSEARCH_URL")
    )
    """Address of an Elasticsearch node, `http://user:password@host:9200`; needed by the engine `elasticsearch`."""
    engine: EngineName = Field(
        default_factory=lambda fields: "elasticsearch" if fields.get("url") else "embedded"
    )
    """Which engine holds the index: `embedded` (tantivy) or `elasticsearch`. Default: by whether a url is given."""
    index_prefix: str = Field(default="xianyong-", pattern=r"^[a-z][a-z0-9\-]*$")
    """Begins the names of our indices and aliases, so that two copies may share one cluster."""
    timeout_seconds: float = Field(default=10, gt=0, le=120)
    """Seconds one call to Elasticsearch may take before search says that it is unavailable; a reader's question at most 5."""
    devnode_cache: Path = Field(default_factory=default_devnode_cache)
    """Folder of the development server (`python -m search.devnode`), about 150 MB after the first start."""

    @model_validator(mode="after")
    def _address_is_given(self) -> Self:
        if self.engine == "elasticsearch" and not self.url:
            message = "the engine elasticsearch needs XIANYONG_SEARCH_URL or ELASTICSEARCH_URL"
            raise ValueError(message)
        return self


@cache
def settings() -> SearchSettings:
    """Give the settings of this process, read on first use."""
    return SearchSettings()
