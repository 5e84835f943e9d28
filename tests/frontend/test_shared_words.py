"""What the browser's side repeats of the server's side is the same."""

import re
from pathlib import Path

from marketplace.core.yaml_file import read_yaml

ROOT = Path(__file__).resolve().parents[2]


def test_the_sign_in_page_knows_the_password_of_the_demo_accounts() -> None:
    people = read_yaml(ROOT / "marketplace/app/seed/texts/people.yaml")
    typed = re.search(r'DEMO_PASSWORD = "([^"]+)"', (ROOT / "frontend/src/app/demo.ts").read_text("utf-8"))
    assert typed is not None
    assert typed[1] == people["password"]
