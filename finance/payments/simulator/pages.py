"""The pay page: what a payer sees instead of Stripe's, with a button for everything a payer can do."""

from html import escape
from typing import Any

_WORDS = {
    "zh": {
        "lang": "zh-CN", "title": "付款", "demo": "模拟支付页：不会发生真实扣款", "to": "付款用途", "amount": "应付金额",
        "pay": "立即支付", "pay_later": "支付（稍后到账）", "decline": "模拟拒付", "cancel": "取消并返回",
        "declined": "支付未成功：银行拒绝了这笔付款。您可以重试或更换付款方式。", "closed": "这个付款页面已关闭。",
        "closed_hint": "付款已完成、已取消或已过期，请返回原页面查看结果。",
        "wallet_alipay": "支付宝（模拟）", "wallet_wechat_pay": "微信支付（模拟）", "confirm": "确认付款", "refuse": "取消付款",
        "done_succeeded": "付款成功", "done_processing": "付款处理中", "done_other": "这笔付款已关闭", "done_hint": "请回到原页面查看结果。",
        "onboard": "开通收款账户", "onboard_demo": "模拟开户页：不会提交真实资料", "wanted": "还需要的资料", "nothing": "资料已齐全",
        "submit": "提交资料（稍后审核）", "activate": "提交并通过审核", "later": "以后再填",
    },
    "en": {
        "lang": "en", "title": "Payment", "demo": "Simulated payment page: no money moves", "to": "For", "amount": "Amount due",
        "pay": "Pay now", "pay_later": "Pay (arrives later)", "decline": "Simulate a refusal", "cancel": "Cancel and go back",
        "declined": "The payment did not go through: the bank refused it. Try again or use another method.",
        "closed": "This payment page is closed.",
        "closed_hint": "The payment was made, canceled or has expired. Go back to the page you came from.",
        "onboard": "Open an account", "onboard_demo": "Simulated onboarding: nothing real is submitted", "wanted": "Still wanted",
        "nothing": "Nothing is missing", "submit": "Submit (checked later)", "activate": "Submit and pass the check", "later": "Later",
    },
}  # fmt: skip
_STYLE = """
*{box-sizing:border-box}body{margin:0;font:16px/1.6 system-ui,"Noto Sans SC","PingFang SC",sans-serif;background:#f4f6f8;color:#1b2733}
main{max-width:26rem;margin:6vh auto;padding:2rem;background:#fff;border-radius:12px;box-shadow:0 1px 4px #0002}
.demo{margin:0 0 1.5rem;padding:.5rem .75rem;background:#fff4d6;color:#5c4300;border-radius:8px;font-size:.875rem}
h1{margin:0 0 1rem;font-size:1.25rem}h2{font-size:1rem}dt{color:#52606d;font-size:.875rem}dd{margin:0 0 1rem}.amount{font-size:2rem;font-weight:600}
button{display:block;width:100%;min-height:48px;margin:.75rem 0 0;border:1px solid #9aa5b1;border-radius:8px;
  background:#fff;color:inherit;font:inherit;cursor:pointer}
button.main{background:#0b5394;border-color:#0b5394;color:#fff;font-weight:600}button:focus-visible{outline:3px solid #f5a623;outline-offset:2px}
.wrong{padding:.5rem .75rem;background:#fde8e8;color:#8a1c1c;border-radius:8px}
"""


def _words(session: dict[str, Any] | None) -> dict[str, str]:
    return _WORDS["en" if session and str(session.get("locale") or "zh").startswith("en") else "zh"]


def _page(words: dict[str, str], inside: str, demo: str = "demo", title: str = "title") -> str:
    return (
        f'<!doctype html><html lang="{words["lang"]}"><head><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width,initial-scale=1"><title>{words[title]}</title><style>{_STYLE}</style></head>'
        f'<body><main><p class="demo">{words[demo]}</p>{inside}</main></body></html>'
    )


def pay_page(session: dict[str, Any], *, declined: bool) -> str:
    """The page of an open session."""
    words = _words(session)
    whole, fen = divmod(session["amount_total"], 100)
    titles = "、".join(escape(title) for title in session["_titles"])
    wrong = f'<p class="wrong" role="alert">{words["declined"]}</p>' if declined else ""
    buttons = "".join(
        f'<button name="action" value="{action}"{" class=main" if action == "pay" else ""}>{words[action]}</button>'
        for action in ("pay", "pay_later", "decline", "cancel")
    )
    return _page(
        words,
        f"<h1>{words['title']}</h1>{wrong}<dl><dt>{words['to']}</dt><dd>{titles}</dd><dt>{words['amount']}</dt>"
        f'<dd class="amount">{session["currency"].upper()} {whole:,}.{fen:02d}</dd></dl><form method="post">{buttons}</form>',
    )


def closed_page(session: dict[str, Any] | None) -> str:
    """The page of a session that can no longer be paid, or never existed."""
    words = _words(session)
    return _page(words, f"<h1>{words['closed']}</h1><p>{words['closed_hint']}</p>")


def wallet_page(intent: dict[str, Any]) -> str:
    """What a payer sees in the wallet after she scanned or was sent there."""
    words = _WORDS["zh"]
    whole, fen = divmod(intent["amount"], 100)
    buttons = "".join(
        f'<button name="action" value="{action}"{" class=main" if action == "pay" else ""}>{words[word]}</button>'
        for action, word in (("pay", "confirm"), ("pay_later", "pay_later"), ("decline", "refuse"))
    )
    title = words[f"wallet_{intent['payment_method_types'][0]}"]
    return _page(
        words,
        f"<h1>{title}</h1><dl><dt>{words['to']}</dt><dd>{escape(intent.get('description') or '')}</dd><dt>{words['amount']}</dt>"
        f'<dd class="amount">{intent["currency"].upper()} {whole:,}.{fen:02d}</dd></dl><form method="post">{buttons}</form>',
    )


def wallet_done_page(intent: dict[str, Any] | None) -> str:
    """What the wallet says once nothing is left to do."""
    words = _WORDS["zh"]
    status = intent["status"] if intent else ""
    done = words.get(f"done_{status}", words["done_other"])
    return _page(words, f"<h1>{done}</h1><p>{words['done_hint']}</p>")


def onboarding_page(account: dict[str, Any]) -> str:
    """The page on which the owner of a connected account fills in what is still wanted, in both languages."""
    zh, en = _WORDS["zh"], _WORDS["en"]
    due = account["requirements"]["currently_due"]
    wanted = (
        "".join(f"<li>{escape(name)}</li>" for name in due) or f"<li>{zh['nothing']} / {en['nothing']}</li>"
    )
    buttons = "".join(
        f'<button name="action" value="{action}"{" class=main" if action == "activate" else ""}>{zh[action]} / {en[action]}</button>'
        for action in ("activate", "submit", "later")
    )
    return _page(
        zh | {"onboard_demo": f"{zh['onboard_demo']} / {en['onboard_demo']}"},
        f"<h1>{zh['onboard']} / {en['onboard']}</h1><p>{escape(account['business_profile'].get('name') or account['id'])}</p>"
        f'<h2>{zh["wanted"]} / {en["wanted"]}</h2><ul>{wanted}</ul><form method="post">{buttons}</form>',
        "onboard_demo",
        "onboard",
    )
