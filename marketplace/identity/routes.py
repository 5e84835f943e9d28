"""Endpoints of the room."""

from fastapi import APIRouter, Request, Response

from marketplace.core.problems import Problem, SignInRequired
from marketplace.core.settings import settings
from marketplace.core.web import problems
from marketplace.identity import queries, service
from marketplace.identity.entry import SESSION_COOKIE, MemberUowDep, ReadingUowDep, UowDep
from marketplace.identity.errors import SecondFactorRequired, TooManyAttempts, WrongCredentials
from marketplace.identity.schemas import DemoAccount, Me, SecondFactor, SignIn, SwitchOrganization

router = APIRouter(prefix="/api", tags=["identity"])


@router.post(
    "/session", status_code=204, responses=problems(WrongCredentials, TooManyAttempts), operation_id="sign_in"
)
def sign_in(form: SignIn, uow: UowDep, response: Response) -> None:
    """Sign in with login and password; sets the session cookie."""
    result = service.sign_in(uow, login=form.login, password=form.password)
    if isinstance(result, Problem):
        uow.session.commit()  # the count of failures must survive the refusal
        raise result
    response.set_cookie(
        SESSION_COOKIE,
        result,
        httponly=True,
        samesite="lax",
        secure=settings().address.startswith("https"),
        path="/",
    )


@router.delete("/session", status_code=204, operation_id="sign_out")
def sign_out(request: Request, uow: UowDep, response: Response) -> None:
    """End the session of this browser."""
    service.sign_out(uow, token=request.cookies.get(SESSION_COOKIE, ""))
    response.delete_cookie(SESSION_COOKIE, path="/")


@router.get("/me", responses=problems(SignInRequired), operation_id="get_me")
def get_me(uow: MemberUowDep) -> Me:
    """Who is signed in and what she may do."""
    return queries.get_me(uow)


@router.post(
    "/session/organization",
    status_code=204,
    responses=problems(SignInRequired),
    operation_id="switch_organization",
)
def switch_organization(form: SwitchOrganization, request: Request, uow: MemberUowDep) -> None:
    """Act for another of one's organizations."""
    service.switch_organization(
        uow, token=request.cookies.get(SESSION_COOKIE, ""), membership_id=form.membership_id
    )


@router.post(
    "/session/second-factor",
    status_code=204,
    responses=problems(SecondFactorRequired),
    operation_id="confirm_second_factor",
)
def confirm_second_factor(form: SecondFactor, request: Request, uow: MemberUowDep) -> None:
    """Enter the authenticator's code; it opens money, signing and administration for a quarter of an hour."""
    service.confirm_second_factor(uow, token=request.cookies.get(SESSION_COOKIE, ""), code=form.code)


@router.get("/demo-accounts", operation_id="list_demo_accounts")
def list_demo_accounts(uow: ReadingUowDep) -> list[DemoAccount]:
    """The accounts of the demo; empty in production."""
    return queries.list_demo_accounts(uow)
