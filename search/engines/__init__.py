"""The three engines behind the port. Vendor clients are imported in this folder and nowhere else."""

from pathlib import Path

from search.engines.elastic import ElasticEngine
from search.engines.memory import MemoryEngine
from search.engines.tantivy import TantivyEngine
from search.port import SearchEngine
from search.settings import SearchSettings

__all__ = ["ElasticEngine", "MemoryEngine", "TantivyEngine", "open_engine"]


def open_engine(settings: SearchSettings, folder: Path) -> SearchEngine:
    """Give the engine the settings name; the embedded one lives in `folder`. Nothing is reached yet."""
    if settings.engine == "elasticsearch":
        return ElasticEngine(
            settings.url, prefix=settings.index_prefix, timeout_seconds=settings.timeout_seconds
        )
    return TantivyEngine(folder)
