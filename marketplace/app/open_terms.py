"""The terms language for everyone: its schema, its modes, so that other systems can write sheets that execute here."""

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict

from marketplace.app.generated import terms_schema
from marketplace.identity.entry import ReadingUowDep
from marketplace.terms import PRESETS, Caution, TermSheet, cautions, describe, terms_hash

router = APIRouter(tags=["terms"], prefix="/api/terms")
_A_DAY = "public, max-age=86400"


class PresetView(BaseModel):
    """A mode that a region has published: a complete sheet to start from, in words, with its hash and what is unusual."""

    model_config = ConfigDict(frozen=True)

    name: str
    title: str
    sheet: TermSheet
    terms_hash: str
    text: list[str]
    cautions: list[Caution]


@router.get(
    "/schema",
    operation_id="get_terms_schema",
    response_class=Response,
    responses={200: {"content": {"application/schema+json": {"schema": {"type": "object"}}}}},
)
def get_terms_schema() -> Response:
    """The JSON schema of a term sheet: the very file `docs/terms.schema.json`."""
    return Response(terms_schema(), media_type="application/schema+json", headers={"cache-control": _A_DAY})


@router.get("/presets", operation_id="list_term_presets")
def list_term_presets(uow: ReadingUowDep) -> list[PresetView]:
    """The regional modes as complete sheets, in the reader's language."""
    sheets = [(name, title, make()) for name, (title, make) in PRESETS.items()]
    return [
        PresetView(
            name=name,
            title=title.in_(uow.locale),
            sheet=sheet,
            terms_hash=terms_hash(sheet),
            text=describe(sheet, uow.locale),
            cautions=cautions(sheet),
        )
        for name, title, sheet in sheets
    ]
