"""Run one node through the server's own launcher, until it is stopped or this process dies."""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from search.devnode.install import VERSION, NodeUnavailable, ensure_java, ensure_server

LOGGING = """\
status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d{ISO8601}][%-5p][%c{1.}] %m%n
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
"""
# The first compiler and the serial collector: half the start-up time, right for two cores and small indices.
LEAN_JAVA = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData")
STOP_SECONDS = 40
UNPRIVILEGED = 65534


@dataclass(frozen=True)
class Node:
    """A running node: its address, the launcher's process, its data folder."""

    url: str
    process: subprocess.Popen[bytes]
    data: Path
    seconds: float

    def ready_line(self) -> str:
        """Give the one line that tells a parent process where the node is."""
        facts = {"url": self.url, "pid": self.process.pid, "data": str(self.data), "version": VERSION}
        return "READY " + json.dumps({**facts, "seconds": round(self.seconds, 1)})


@contextmanager
def running_node(*, cache: Path, port: int = 0, data: Path | None = None, heap: str = "512m",
                 timeout_seconds: float = 180) -> Iterator[Node]:  # fmt: skip
    """Run a node while the block lasts; port 0 takes a free one, no `data` means a temporary folder.

    Raises NodeUnavailable when Java, Maven, the archive or the start fails.
    """
    began = time.monotonic()
    java = ensure_java()
    home = ensure_server(cache)
    with ExitStack() as stack:
        if data is None:
            data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="devnode-")))
        data = data.resolve()
        http, transport = free_ports(port)
        write_configuration(data, http=http, transport=transport, heap=heap)
        process = launch(java, home, data)
        stack.callback(stop, process)
        url = f"http://127.0.0.1:{http}"
        wait_until_ready(url, process, data / "node.log", timeout_seconds)
        yield Node(url, process, data, time.monotonic() - began)


def free_ports(http: int) -> tuple[int, int]:
    """Give the HTTP port (`http` itself unless 0) and a transport port; raises NodeUnavailable when taken."""
    with socket.socket() as first, socket.socket() as second:
        first.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            first.bind(("127.0.0.1", http))
        except OSError as reason:
            message = f"port {http} is in use"
            raise NodeUnavailable(message) from reason
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


def write_configuration(data: Path, *, http: int, transport: int, heap: str) -> None:
    """Write what the server reads from its configuration folder."""
    config = data / "config"
    for folder in (config, data / "tmp", data / "logs"):
        folder.mkdir(parents=True, exist_ok=True)
    values = {
        "cluster.name": "xianyong-devnode",
        "node.name": "devnode",
        "discovery.type": "single-node",
        "path.data": str(data / "data"),
        "path.logs": str(data / "logs"),
        "network.host": "127.0.0.1",
        "http.port": http,
        "transport.port": transport,
        "xpack.security.enabled": False,
        "action.auto_create_index": False,
        "cluster.routing.allocation.disk.threshold_enabled": False,
    }
    (config / "elasticsearch.yml").write_text(
        "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())
    )
    (config / "log4j2.properties").write_text(LOGGING)
    options = (f"-Xms{heap}", f"-Xmx{heap}", *LEAN_JAVA, "-Djava.io.tmpdir=${ES_TMPDIR}")
    (config / "jvm.options").write_text("\n".join(options) + "\n")


def launch(java: Path, home: Path, data: Path) -> subprocess.Popen[bytes]:
    """Start the server's launcher; it ends with this process, however that ends."""
    options = ("JAVA_OPTS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS")
    environment = {key: value for key, value in os.environ.items() if key not in options}
    environment |= {
        "JAVA": str(java / "bin" / "java"),
        "JAVA_TYPE": "ES_JAVA_HOME",
        "ES_JAVA_HOME": str(java),
        "ES_HOME": str(home),
        "ES_PATH_CONF": str(data / "config"),
        "ES_DISTRIBUTION_TYPE": "zip",
        "ES_TMPDIR": str(data / "tmp"),
        "LIBFFI_TMPDIR": str(data / "tmp"),
        "CLI_JAVA_OPTS": "-Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
    }
    command = (
        *as_ordinary_user(data), "setpriv", "--pdeathsig", "TERM", "--",
        str(java / "bin" / "java"), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-cp", f"{home}/lib/*:{home}/lib/tools/server-launcher/*", "org.elasticsearch.server.launcher.ServerLauncher",
    )  # fmt: skip
    with (data / "node.log").open("ab") as log:
        return subprocess.Popen(
            command, cwd=home, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )


def as_ordinary_user(data: Path) -> tuple[str, ...]:
    """Give the words before a command that hide root from it: the server refuses to run as root."""
    if os.geteuid() != 0:
        return ()
    namespace = (
        "unshare",
        "--user",
        "--map-user=1000",
        "--map-group=1000",
    )  # files stay root's, it sees user 1000
    if (
        shutil.which("unshare")
        and not subprocess.run((*namespace, "true"), capture_output=True, check=False).returncode
    ):
        return namespace
    for path in (data, *data.rglob("*")):
        os.chown(path, UNPRIVILEGED, UNPRIVILEGED, follow_symlinks=False)
    return ("setpriv", f"--reuid={UNPRIVILEGED}", f"--regid={UNPRIVILEGED}", "--clear-groups", "--")


def answers(url: str) -> bool:
    """Say whether a node at `url` answers and is at least yellow."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{url}/_cluster/health?wait_for_status=yellow&timeout=1s", timeout=5) as answer:
            return not json.load(answer)["timed_out"]
    except (OSError, ValueError, urllib.error.HTTPError):
        return False


def wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path, timeout_seconds: float) -> None:
    """Wait until the node answers; raises NodeUnavailable with the end of its log when it ends or is too slow."""
    deadline = time.monotonic() + timeout_seconds
    while not answers(url):
        ended = process.poll()
        if ended is None and time.monotonic() < deadline:
            time.sleep(0.2)
            continue
        why = f"ended with {ended}" if ended is not None else f"was not ready after {timeout_seconds:.0f} s"
        lines = [line for line in log.read_text(errors="replace").splitlines() if not line.startswith("\t")]
        message = f"the node {why}; the end of its log:\n" + "\n".join(lines[-20:])
        raise NodeUnavailable(message)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the node in order, and hard when that takes more than 40 seconds."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
