"""A file is read in one sitting, a function on one screen, and a name says what is inside."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
DISTRICTS = ("marketplace", "finance", "search", "workers")
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}
LONGEST_FILE, LONGEST_TEST, LONGEST_COMPONENT, LONGEST_FUNCTION = 400, 600, 250, 70


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def components() -> list[Path]:
    found = [*(ROOT / "frontend" / "src").rglob("*.ts*"), *(ROOT / "frontend" / "public").rglob("*.ts")]
    return sorted(path for path in found if ".gen." not in path.name)


def too_long(paths: Iterator[Path] | list[Path], limit: int) -> dict[str, int]:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in paths
    }
    return {name: lines for name, lines in lengths.items() if lines > limit}


def test_no_source_file_is_too_long() -> None:
    assert too_long(sources(*DISTRICTS), LONGEST_FILE) == {}


def test_no_test_file_is_too_long() -> None:
    assert too_long(sources("tests"), LONGEST_TEST) == {}


def test_no_component_is_too_long() -> None:
    assert too_long(components(), LONGEST_COMPONENT) == {}


def test_no_function_is_too_long() -> None:
    long_ones = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sources(*DISTRICTS)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long_ones == []


def test_no_file_name_says_nothing() -> None:
    named = [
        path
        for path in [*sources(*DISTRICTS, "tests"), *components()]
        if path.name.split(".")[0] in FORBIDDEN
    ]
    assert named == []


def test_every_room_introduces_itself() -> None:
    rooms = {
        ROOT / path.relative_to(ROOT).parts[0] / path.relative_to(ROOT).parts[1]
        for path in ROOT.glob("*/*/service*")
    }
    rooms = {room for room in rooms if room.parent.name in DISTRICTS}
    assert [str(room.relative_to(ROOT)) for room in sorted(rooms) if not (room / "README.md").is_file()] == []
