"""Rules are dated data: each with a source, none overlapping, none before its day."""

from datetime import date

import pytest

from marketplace.rulebook import queries

TODAY = date(2026, 11, 23)


def test_every_rule_in_force_has_a_source_and_both_titles() -> None:
    rules = queries.list_rules(TODAY)
    assert [rule.code for rule in rules] == sorted(rule.code for rule in rules)
    assert all(rule.source and rule.title.zh and rule.title.en and rule.unit for rule in rules)


def test_a_rule_speaks_from_its_first_day_on() -> None:
    assert queries.value("priority_window_days", date(2025, 7, 10)) == 30
    with pytest.raises(LookupError):
        queries.value("priority_window_days", date(2025, 7, 9))


def test_an_unknown_rule_is_a_defect() -> None:
    with pytest.raises(LookupError):
        queries.value("no_such_rule", TODAY)


def test_customary_numbers_say_that_they_are() -> None:
    assert not queries.get_rule("notice_days", TODAY).confirmed
    assert queries.get_rule("licence_recording_months", TODAY).confirmed
