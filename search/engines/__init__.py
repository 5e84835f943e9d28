"""The three engines behind the port. Vendor clients are imported in this folder and nowhere else."""

from functools import cache
from pathlib import Path

from marketplace.core.settings import settings as core_settings
from search.engines.memory import MemoryEngine
from search.engines.tantivy import TantivyEngine
from search.port import SearchEngine
from search.settings import SearchSettings, settings as search_settings

__all__ = ["MemoryEngine", "TantivyEngine", "engine", "open_engine"]


def open_engine(settings: SearchSettings, folder: Path) -> SearchEngine:
    """Give the engine the settings name; the embedded one lives in `folder`. Nothing is reached yet."""
    if settings.engine == "elasticsearch":
        from search.engines.elastic import ElasticEngine

        return ElasticEngine(
            settings.url, prefix=settings.index_prefix, timeout_seconds=settings.timeout_seconds
        )
    return TantivyEngine(folder)


@cache
def engine() -> SearchEngine:
    """Give the engine of this process: the one the settings name, its files below the data folder."""
    return open_engine(search_settings(), core_settings().home / "search")
