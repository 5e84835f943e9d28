"""From a hand-written result to its siblings: another object, another angle, other figures; never another claim.

A sibling has no evidence, so its figures are called expected. Figures move together: amounts by one factor, shares on
one scale, so that what rose still rises and nothing passes 100 %.
"""

import math
import re
from random import Random

from marketplace.app.seed.reading import Kernel

_FIGURE = re.compile(
    # not inside a word or a range, not below zero
    r"(?<![\dA-Za-z.第±至])(?<!至 )(?<!零下)(?<!零下 )(?P<number>\d+(?:\.\d+)?)"
    # not a power, a range, a grade, a voltage, a temperature to withstand
    r"(?![\dA-Za-z]|的\d|次方|\s?[至到]\s?\d|\s?(?:轴|级|号|类|寸|英寸|伏|摄氏度|度[至到以，可]))"
    r"(?P<share>\s?%)?"
)
_PAIR_OF_AMOUNTS = re.compile(r"由[^，；。]*?\d(?![\d.%]|\s%)[^，；。]*?[到为]")


def sibling_problem(kernel: Kernel, thing: str, angle: str) -> str:
    """Return the problem as the owner of another machine would say it."""
    return kernel.derived_problem.format(object=thing, angle=angle)


def sibling_mechanism(kernel: Kernel, thing: str, angle: str, chance: Random) -> str:
    """Return how it works, told for another object: two thoughts of the kernel in their order."""
    thoughts = [part for part in kernel.mechanism.rstrip("。").split("；") if part]
    kept = sorted(chance.sample(range(len(thoughts)), min(2, len(thoughts))))
    lead = chance.choice(("针对{0}，突出{1}：", "面向{0}，以{1}为主：", "把{1}的思路用到{0}上："))
    return lead.format(thing, angle) + "；".join(thoughts[i] for i in kept) + "。"


def sibling_benefit(kernel: Kernel, thing: str, chance: Random) -> str:
    """Return the expected benefit with figures of its own."""
    halves = [part for part in kernel.benefit.rstrip("。").split("；") if part]
    half = chance.choice([half for half in halves if re.search(r"\d", half)] or halves)
    lead = chance.choice(("用于{0}，预计", "{0}上预计", "按{0}的工况测算，"))
    return lead.format(thing) + moved_figures(half, chance) + "。"


def moved_figures(sentence: str, chance: Random) -> str:
    """Return a sentence whose figures have moved a little, together."""
    factor, shift = chance.uniform(0.72, 1.35), chance.uniform(-0.3, 0.3)
    # A share that follows from a pair of amounts (“由 20 降到 15，节省 25%”) must stay as it is.
    shares_stay = bool(_PAIR_OF_AMOUNTS.search(sentence))

    def move(found: re.Match[str]) -> str:
        written = found["number"]
        if found["share"]:
            if shares_stay or not 0 < float(written) < 100:
                return found[0]
            return _as_written(_on_scale(float(written), shift), written) + found["share"]
        if float(written) == 0 or _is_year(sentence, found.end()):
            return found[0]
        return _as_written(float(written) * factor, written)

    return _FIGURE.sub(move, sentence)


def _on_scale(percent: float, shift: float) -> float:
    odds = math.log(percent / (100 - percent)) + shift
    return 100 / (1 + math.exp(-odds))


def _as_written(value: float, written: str) -> str:
    """Round as the original was: same decimals; from 100 on two leading digits."""
    decimals = len(written.partition(".")[2])
    if decimals:
        return f"{max(value, 10**-decimals):.{decimals}f}"
    whole = max(1, round(value))
    return str(round(whole, 2 - len(str(whole)))) if whole >= 100 else str(whole)


def _is_year(sentence: str, end: int) -> bool:
    return sentence[end : end + 2].strip().startswith("年") and sentence[end - 4 : end].isdigit()
