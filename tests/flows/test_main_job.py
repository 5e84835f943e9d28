"""From a described problem to a paid licence, the inventor's share and a matched fund: the main job, in a browser."""

import pytest
from playwright.sync_api import expect

from tests.flows.steps import Enter, main_job


@pytest.mark.timeout(900)
def test_a_result_is_used_first_and_paid_later(visitor: Enter) -> None:
    main_job(visitor, "染整定型机尾气余热回收烘干技术", "定型机烘房电费太高", phone=False)


def test_a_fund_sees_why_a_deal_fits_or_fails(visitor: Enter) -> None:
    fund = visitor("程一鸣")
    page = fund.open("/app/pipeline")
    row = page.get_by_role("row").filter(has_text="不符合")
    expect(row).to_be_visible()
    fund.show("pipeline")
    row.get_by_role("button", name="老旧设备联网盒二代研发").first.click()
    expect(page.get_by_text("不符合").nth(1)).to_be_visible()
    fund.show("pipeline-deal")
