"""Equity in place of fees 附转股: what a sheet with a conversion clause promises, counted exactly. Pure.

The institution may take a share in the firm instead of the fees that have not come into being yet, once, within an
agreed number of months. Claims may be brought into a company as a contribution at their appraised value (公司法 §48).
"""

from decimal import ROUND_DOWN, Decimal

from marketplace.core.money import BPS
from marketplace.terms.sheet import Conversion, PreMoney


def price_per_whole_minor(conversion: Conversion, round_pre_money_minor: int | None = None) -> int | None:
    """Return the value of the whole firm before conversion, in fen, at which a claim is exchanged.

    A fixed value needs nothing else; a discount is taken off `round_pre_money_minor`, the value agreed in the next
    financing round, and fractions of a fen are dropped in the licensor's favor. None while that round is awaited.
    """
    match conversion.valuation:
        case PreMoney(pre_money_minor=value):
            return value
        case discount:
            if round_pre_money_minor is None:
                return None
            return round_pre_money_minor * (BPS - discount.discount_bps) // BPS


def converted_share_bps(
    conversion: Conversion, *, claim_minor: int, round_pre_money_minor: int | None = None
) -> int | None:
    """Return the share in bps that a claim in fen buys: claim ÷ (value before + claim), never above the agreed most.

    Fractions of a basis point are dropped. None while the value is not known; raises `ValueError` for a negative claim.
    """
    if claim_minor < 0:
        raise ValueError("a claim is not negative")
    value = price_per_whole_minor(conversion, round_pre_money_minor)
    if value is None:
        return None
    if claim_minor == 0:
        return 0
    share = (Decimal(claim_minor) * BPS / (value + claim_minor)).to_integral_value(ROUND_DOWN)
    return min(int(share), conversion.max_share_bps)
