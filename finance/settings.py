"""What may differ between two installations of the finance district, read once from the environment."""

from functools import cache
from typing import Final, Self

from pydantic import Field, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from marketplace.core.settings import settings as core_settings

SIMULATOR_KEY: Final = "sk_test_simulator"
SIMULATOR_WEBHOOK_SECRET: Final = "whsec_simulator"  # noqa: S105 - production refuses it
STRIPE_WEBHOOK_PATH: Final = "/api/webhooks/stripe"
ONLINE_WAYS: Final = frozenset({"card", "alipay", "wechat_pay"})


class FinanceSettings(BaseSettings):
    """The settings of finance; the defaults pay through the simulator that `xianyong serve` starts."""

    model_config = SettingsConfigDict(
        env_prefix="XIANYONG_FINANCE_",
        frozen=True,
        extra="ignore",
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
    )

    stripe_key: str = Field(default=SIMULATOR_KEY, repr=False)
    """Stripe's secret key. A key of your own (`sk_test_…`) talks to Stripe's test mode instead of the simulator."""
    stripe_webhook_secret: str = Field(default=SIMULATOR_WEBHOOK_SECRET, repr=False)
    """Signing secret of the webhook endpoint `/api/webhooks/stripe`; while it is changed, the new and the old one with a comma."""
    stripe_api_url: str = ""
    """Where the API is: set by the supervisor for the simulator; empty means Stripe itself."""
    online_ways: str | None = None
    """Ways to pay online that the provider's account has open, with commas: `card`, `alipay`, `wechat_pay`. Left out: all of the
    simulator's, and none of a real account's, because which wallets it may take depends on the account and its country."""

    connect_country: str = Field(
        default_factory=lambda fields: "HK" if fields["stripe_key"] == SIMULATOR_KEY else "",
        pattern="^([A-Z]{2})?$",
    )
    """Country (ISO 3166) in which your Stripe account may open accounts for universities; empty: they are paid by bank only."""

    bank_second_person_minor: int = Field(default=10_000_000, ge=0)
    """Above this many fen, a receipt that a person matches by hand waits for a second person to confirm it."""
    settlement_account: str = "99990000000000018888"
    """The supervised bank account to which the payment provider pays out what it captured."""

    @field_validator("online_ways")
    @classmethod
    def _known_ways(cls, value: str | None) -> str | None:
        if unknown := _words(value) - ONLINE_WAYS:
            message = f"no way to pay online: {', '.join(sorted(unknown))}; there are {', '.join(sorted(ONLINE_WAYS))}"
            raise ValueError(message)
        return value

    @model_validator(mode="after")
    def _no_simulator_in_production(self) -> Self:
        secrets = (self.stripe_key, *self.stripe_webhook_secret.split(","))
        if core_settings().production and {SIMULATOR_KEY, SIMULATOR_WEBHOOK_SECRET} & set(secrets):
            message = (
                "production needs XIANYONG_FINANCE_STRIPE_KEY and XIANYONG_FINANCE_STRIPE_WEBHOOK_SECRET"
            )
            raise ValueError(message)
        return self

    @property
    def simulated(self) -> bool:
        """Whether payments go to the simulator."""
        return self.stripe_key == SIMULATOR_KEY

    @property
    def open_ways(self) -> frozenset[str]:
        """The ways to pay online that the provider's account has open; none is ever assumed of a real account."""
        if self.online_ways is not None:
            return _words(self.online_ways)
        return ONLINE_WAYS if self.simulated or self.stripe_api_url else frozenset()


def _words(value: str | None) -> frozenset[str]:
    return frozenset(word.strip() for word in (value or "").split(",") if word.strip())


@cache
def settings() -> FinanceSettings:
    """Give the settings of this process, read on first use."""
    return FinanceSettings()
