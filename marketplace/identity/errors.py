"""Refusals of the room."""

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class WrongCredentials(Problem):
    """Login or password is wrong; both look and cost the same."""

    code = "identity.wrong_credentials"
    status = 401
    title = Text(zh="登录失败", en="Could not sign in")
    detail = Text(
        zh="账号或密码不正确，请核对后重试。",
        en="The login or the password is wrong. Check both and try again.",
    )


class TooManyAttempts(Problem):
    """Too many failures in a row: wait."""

    code = "identity.too_many_attempts"
    status = 429
    title = Text(zh="尝试次数过多", en="Too many attempts")
    detail = Text(zh="请在 {wait_seconds} 秒后重试。", en="Try again in {wait_seconds} seconds.")
    wait_seconds: int


class SecondFactorRequired(Problem):
    """The act needs a fresh second factor."""

    code = "identity.second_factor_required"
    status = 401
    title = Text(zh="需要二次验证", en="Second factor needed")
    detail = Text(zh="请输入动态验证码后再继续。", en="Enter the code of your authenticator and go on.")
