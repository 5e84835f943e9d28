"""Chinese writing of sums and dates, as contracts want them."""

from datetime import date

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def capital_yuan(minor: int) -> str:
    """Write fen in capital characters: 30000000 → `叁拾万元整`, 105 → `壹元零伍分`."""
    yuan, fen = divmod(minor, 100)
    jiao, fen = divmod(fen, 10)
    whole = _capital_integer(yuan) + "元" if yuan else ""
    if not jiao and not fen:
        return (whole or "零元") + "整"
    tail = _DIGITS[jiao] + "角" if jiao else "零" if whole else ""
    return whole + tail + (_DIGITS[fen] + "分" if fen else "整")


def _capital_integer(number: int) -> str:
    groups: list[int] = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    text, gap = "", False
    for index in reversed(range(len(groups))):
        group = groups[index]
        if not group:
            gap = bool(text)
            continue
        if text and (gap or group < 1_000):
            text += "零"
        text += _capital_group(group) + _GROUPS[index]
        gap = False
    return text


def _capital_group(group: int) -> str:
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        else:
            gap = bool(text)
    return text


_COUNTING = "零一二三四五六七八九"


def counting(number: int) -> str:
    """Write 1 to 99 with counting characters: 12 → `十二`, for the numbers of articles and annexes."""
    tens, ones = divmod(number, 10)
    text = ("" if tens == 0 else "十" if tens == 1 else _COUNTING[tens] + "十") + (
        _COUNTING[ones] if ones else ""
    )
    return text or _COUNTING[0]


def long_date(day: date | None) -> str:
    """Write a date as `2026年11月23日`; a dash when there is none."""
    return f"{day.year}年{day.month}月{day.day}日" if day else "—"
