"""How replies are counted, whatever they answer."""

from datetime import date

from marketplace.core.replies import Reply, record_of

DUE = date(2026, 11, 5)


def test_a_record_counts_shares_and_the_median_of_the_answered() -> None:
    replies = [
        Reply(DUE, date(2026, 11, 2), 0),
        Reply(DUE, DUE, 3),
        Reply(DUE, date(2026, 11, 6), 4),
        Reply(DUE, date(2026, 11, 20), 14),
        Reply(DUE, None, None),
        Reply(DUE, None, None),
    ]
    assert record_of(replies, least=6) == (6, 3333, 3.5)
    assert record_of(replies, least=7) is None


def test_without_an_answer_there_is_no_median() -> None:
    assert record_of([Reply(DUE, None, None)], least=1) == (1, 0, None)
