"""Files are kept once, read by those they were shared with, and never silently changed."""

from collections.abc import Callable
from uuid import UUID

import pytest
from hypothesis import given, strategies as st
from sqlmodel import select

from marketplace.core.actor import SYSTEM, Actor
from marketplace.core.ids import new_id
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import policy, queries, service
from marketplace.documents.errors import FileDamaged
from marketplace.documents.models import StoredFile
from tests.factories.organizations import a_university, an_sme

Acting = Callable[[Actor], UnitOfWork]


def reader(organization_id: object, *permissions: str) -> Actor:
    return Actor("user", new_id(), organization_id, "sme", frozenset(permissions))  # type: ignore[arg-type]


def test_a_file_is_read_by_those_it_was_shared_with(uow: UnitOfWork, as_: Acting) -> None:
    firm, other = an_sme(uow), a_university(uow)
    view = service.store_file(
        uow, data=b"hello", name="合同.pdf", media_type="application/pdf", readers=[firm]
    )
    found, data = queries.read_file(as_(reader(firm, "document.read")), file_id=view.id)
    assert (found.name, found.size, data) == ("合同.pdf", 5, b"hello")
    for stranger in (reader(other, "document.read"), reader(firm), Actor("anonymous")):
        with pytest.raises(NotFound):
            queries.read_file(as_(stranger), file_id=view.id)


def test_the_same_bytes_are_kept_once_and_shared_with_more(uow: UnitOfWork, as_: Acting) -> None:
    firm, other = an_sme(uow), a_university(uow)
    first = service.store_file(uow, data=b"same", name="a.pdf", media_type="application/pdf", readers=[firm])
    second = service.store_file(
        uow, data=b"same", name="b.pdf", media_type="application/pdf", readers=[other]
    )
    assert first.id == second.id
    assert len(uow.session.exec(select(StoredFile).where(StoredFile.sha256 == first.sha256)).all()) == 1
    assert queries.get_file(as_(reader(other, "document.read")), file_id=first.id).name == "b.pdf"


@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_damage_on_disk_is_noticed(uow: UnitOfWork, damage: str) -> None:
    view = service.store_file(
        uow, data=b"precious " + damage.encode(), name="x", media_type="text/plain", readers=[]
    )
    path = queries.path_of(view.sha256)
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(b"precious forgery")
    with pytest.raises(FileDamaged):
        queries.read_file(uow, file_id=view.id)


ORGANIZATIONS = [new_id() for _ in range(3)]


@given(
    st.sets(st.sampled_from(ORGANIZATIONS)),
    st.sampled_from([*ORGANIZATIONS, None]),
    st.booleans(),
)
def test_strangers_and_people_without_the_permission_are_refused(
    readers: set[object],
    organization: object,
    permitted: bool,
) -> None:
    actor = reader(organization, *(["document.read"] if permitted else []))
    decision = policy.can_read(actor, readers)  # type: ignore[arg-type]
    assert decision.allowed == (permitted and organization in readers)
    assert policy.can_read(SYSTEM, ())


def test_row_rule_and_list_filter_agree(uow: UnitOfWork) -> None:
    firms = [an_sme(uow, registered=False), an_sme(uow, registered=False)]
    shares: tuple[list[UUID], ...] = ([], firms[:1], firms[1:], firms)
    files = [
        service.store_file(
            uow, data=f"file {i}".encode(), name="x", media_type="text/plain", readers=readers
        ).id
        for i, readers in enumerate(shares)
    ]
    actors = [
        SYSTEM,
        Actor("anonymous"),
        *(reader(f, *p) for f in [*firms, new_id()] for p in ((), ("document.read",))),
    ]
    for actor in actors:
        statement = select(StoredFile.id).where(policy.visible(actor), StoredFile.id.in_(files))  # type: ignore[attr-defined]
        allowed = {f for f, readers in zip(files, shares, strict=True) if policy.can_read(actor, readers)}
        assert set(uow.session.exec(statement)) == allowed
