"""Text in the two languages of the product. Chinese is the source, English must be complete."""

from dataclasses import dataclass
from typing import Any, Literal

Locale = Literal["zh-CN", "en"]
DEFAULT_LOCALE: Locale = "zh-CN"


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages; `{name}` is filled from parameters."""

    zh: str
    en: str

    def in_(self, locale: Locale, **params: Any) -> str:
        """Return the sentence in a language with its parameters filled in."""
        text = self.zh if locale == "zh-CN" else self.en
        return text.format(**params) if params else text


def locale_of(accept_language: str | None) -> Locale:
    """Choose the language of an `Accept-Language` header; anything unknown is Chinese."""
    for part in (accept_language or "").lower().split(","):
        tag = part.split(";")[0].strip()
        if tag.startswith("zh"):
            return "zh-CN"
        if tag.startswith("en"):
            return "en"
    return DEFAULT_LOCALE
