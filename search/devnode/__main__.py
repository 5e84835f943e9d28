"""`python -m search.devnode`: run one Elasticsearch node on 127.0.0.1 until SIGTERM or SIGINT.

    python -m search.devnode                        port 9200, data gone at the end
    python -m search.devnode --port 0               a free port, for tests
    python -m search.devnode --data FOLDER          data that stays
    python -m search.devnode --prepare              only fills the cache

When the node answers, one line goes to standard output:
    READY {"url": "http://127.0.0.1:9200", "pid": …, "data": …, "version": "9.4.3", "seconds": …}
Needs Linux, Maven and a JDK 21 or newer (JAVA_HOME, the path, /usr/lib/jvm), installed by apt-get where this
runs as root. The first start downloads 950 MB and keeps about 125 MB in the cache folder
(XIANYONG_SEARCH_DEVNODE_CACHE). Where no node can be had it says why and ends with status 1.
"""

import argparse
import signal
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from types import FrameType

from search.devnode.install import NodeUnavailable, ensure_java, ensure_server, say
from search.devnode.lease import abandoned
from search.devnode.server import running_node
from search.settings import settings

POLL_SECONDS = 0.5


def main() -> int:
    """Run the command line; gives the exit status."""
    arguments = parse()
    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    cache: Path = (arguments.cache or settings().devnode_cache).expanduser().resolve()
    try:
        if arguments.prepare:
            ensure_java()
            sys.stdout.write(f"{ensure_server(cache)}\n")
            return 0
        return serve(arguments, cache)
    except NodeUnavailable as reason:
        say(f"NO ELASTICSEARCH NODE: {reason}")
        return 1


def serve(arguments: argparse.Namespace, cache: Path) -> int:
    """Run the node until it ends, which is a failure, or until nobody holds the lease."""
    with ExitStack() as stack:
        lease = stack.enter_context(arguments.lease.open("a")) if arguments.lease else None
        node = stack.enter_context(
            running_node(
                cache=cache,
                port=arguments.port,
                data=arguments.data,
                heap=arguments.heap,
                timeout_seconds=arguments.timeout,
            )
        )
        sys.stdout.write(node.ready_line() + "\n")
        sys.stdout.flush()
        while node.process.poll() is None:
            if lease is not None and abandoned(lease):
                return 0
            time.sleep(POLL_SECONDS)
        say(f"the node ended with {node.process.returncode}")
        return 1


def end(number: int, frame: FrameType | None) -> None:
    """Leave through the context managers, which stop the node."""
    del number, frame
    sys.exit(0)


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m search.devnode",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--port", type=int, default=9200, help="HTTP port (default 9200); 0: a free one")
    add("--data", type=Path, help="folder for data and logs (default: temporary)")
    add("--heap", default="512m", help="Java heap (default 512m)")
    add("--timeout", type=float, default=180, help="seconds to wait for the node (default 180)")
    add("--cache", type=Path, help="cache folder (default: XIANYONG_SEARCH_DEVNODE_CACHE)")
    add("--lease", type=Path, help="end when no process holds a shared lock on this file")
    add("--prepare", action="store_true", help="fill the cache and end")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
