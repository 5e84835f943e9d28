"""Write the two generated tables of this folder, so that their sources are no work at run time.

`traditional_simplified.txt` comes from OpenCC, `syllables.txt` (toneless pinyin) from pypinyin. Run it in an
environment that has both: `python -m search.data.build_tables`. The other files here are written by hand.
"""

import sys
from importlib import import_module
from pathlib import Path

HAN = [(0x3400, 0xA000), (0xF900, 0xFB00)]


def main() -> None:
    """Write one line a character that changes, and one a syllable."""
    convert = import_module("opencc").OpenCC("t2s").convert
    characters = [chr(code) for first, end in HAN for code in range(first, end)]
    pairs = [(character, convert(character)) for character in characters]
    # Simplified forms beyond the basic plane are too rare to be typed; the traditional one is kept for them.
    write(
        "traditional_simplified.txt", [f"{old}{new}" for old, new in pairs if old != new and new <= "\uffff"]
    )
    pinyin = import_module("pypinyin").lazy_pinyin
    common = [chr(code) for code in range(0x4E00, 0x9FFF)]
    syllables = {syllable for syllable in pinyin(common, errors="ignore") if syllable.isascii()}
    write("syllables.txt", sorted(syllables))


def write(name: str, lines: list[str]) -> None:
    """Write a table of this folder, one entry a line."""
    Path(__file__).with_name(name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    sys.stdout.write(f"{name}: {len(lines)}\n")


if __name__ == "__main__":
    main()
