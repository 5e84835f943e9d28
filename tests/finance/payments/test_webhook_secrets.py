"""A webhook secret is changed without a gap: both are accepted for a day, then the old one is refused (P32)."""

import pytest

from finance.payments.gateway import EventRefused
from finance.payments.gateways.stripe import StripeGateway
from tests.factories.payments import KEY, signed

EVENT = {"id": "evt_1", "type": "payment_intent.succeeded", "data": {"object": {"id": "pi_1"}}}
OLD, NEW = "whsec_old", "whsec_new"


@pytest.mark.fault("P32")
@pytest.mark.parametrize("secret", [OLD, NEW])
def test_both_secrets_are_accepted_while_one_is_changed(secret: str) -> None:
    body, signature = signed(EVENT, secret)
    assert StripeGateway(KEY, f"{NEW}, {OLD}").read_event(body, signature).event_id == "evt_1"


@pytest.mark.fault("P32", "P07")
@pytest.mark.parametrize(("valid", "used"), [(NEW, OLD), (f"{NEW},{OLD}", "whsec_other")])
def test_any_other_is_refused(valid: str, used: str) -> None:
    body, signature = signed(EVENT, used)
    with pytest.raises(EventRefused, match="signature"):
        StripeGateway(KEY, valid).read_event(body, signature)
