"""How the built frontend is handed out."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from marketplace.app import assets


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    desk = tmp_path / "app"
    (desk / "assets").mkdir(parents=True)
    (desk / "index.html").write_text("<title>desk</title>")
    (desk / "assets" / "main-abc.js").write_text("plain")
    (desk / "assets" / "main-abc.js.br").write_bytes(b"packed")
    (tmp_path / "secret.txt").write_text("secret")
    monkeypatch.setattr(assets, "DESK", desk)
    return desk


@pytest.mark.usefixtures("built")
def test_every_route_of_the_desk_is_its_index(client: TestClient) -> None:
    for path in ("/app", "/app/", "/app/contracts/7"):
        answer = client.get(path)
        assert (answer.status_code, answer.text) == (200, "<title>desk</title>")
        assert answer.headers["cache-control"] == "no-cache"
        assert "script-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.usefixtures("built")
def test_hashed_files_are_kept_for_ever_and_come_packed(client: TestClient) -> None:
    plain = client.get("/app/assets/main-abc.js", headers={"accept-encoding": "identity"})
    assert (plain.text, "immutable" in plain.headers["cache-control"]) == ("plain", True)
    with client.stream("GET", "/app/assets/main-abc.js", headers={"accept-encoding": "br"}) as packed:
        assert packed.headers["content-encoding"] == "br"
        assert b"".join(packed.iter_raw()) == b"packed"


@pytest.mark.usefixtures("built")
def test_a_file_of_an_older_build_is_missing_and_not_a_page(client: TestClient) -> None:
    answer = client.get("/app/assets/main-old.js")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    "path", ["/app/..%2fsecret.txt", "/app/%2e%2e/secret.txt", "/static/..%2f..%2fpackage.json"]
)
def test_no_path_leaves_the_folder(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert "secret" not in answer.text
    assert '"devDependencies"' not in answer.text
