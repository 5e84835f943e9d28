"""The public page tells anybody: valid, altered or unknown."""

import pytest
from fastapi.testclient import TestClient

from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as files
from tests.factories.contracts import a_running_contract
from tests.factories.deals import a_market


def hand_in(client: TestClient, data: bytes, path: str = "/verify") -> str:
    answer = client.post(path, files={"file": ("合同.pdf", data)})
    assert answer.status_code == 200
    return answer.text


@pytest.fixture
def pdf(uow: UnitOfWork) -> bytes:
    contract = a_running_contract(a_market(uow))
    return files.read_file(uow, file_id=contract.documents[-1].file_id)[1]


def test_valid_altered_unknown(client: TestClient, pdf: bytes) -> None:
    assert client.get("/verify").status_code == 200
    valid = hand_in(client, pdf)
    assert "有效：这是平台存档的最终合同" in valid
    assert "江南大学" in valid
    assert "Altered" in hand_in(client, pdf + b"\n", "/en/verify")
    assert "无法确认" in hand_in(client, b"hello")


def test_a_form_without_a_file_changes_nothing(client: TestClient) -> None:
    assert client.post("/verify").status_code in {400, 422}
