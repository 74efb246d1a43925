"""Every sheet is printed by a browser and by WeasyPrint, and is one page with words to select."""

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from sheet_people import MAKERS, made

from jamsos import MissingExtraError

BROWSER = shutil.which(os.environ.get("CHROMIUM", "chromium"))
READER = shutil.which("pdftotext")
PATIENCE = 120
"""After so many seconds a browser hangs."""
ONE_PAGE = re.compile(rb"/Type\s*/Page(?!s)")


@cache
def written(name: str) -> bytes:
    """The PDF of the extra; the test is skipped where it is not installed."""
    try:
        return made(name).pdf()
    except MissingExtraError as missing:
        pytest.skip(f"not run: {missing}")


@pytest.mark.parametrize("name", MAKERS)
def test_the_pdf_is_one_page_of_words(name: str, tmp_path: Path) -> None:
    # A second page is refused where the file is written.
    content = written(name)
    assert content.startswith(b"%PDF")
    if READER is None:
        pytest.skip("not run: pdftotext absent")
    path = tmp_path / "sheet.pdf"
    path.write_bytes(content)
    read = subprocess.run([READER, path, "-"], capture_output=True, check=True, text=True)
    words = "".join(read.stdout.split())
    assert "".join(made(name).title.split()) in words
    assert made(name).content.foot[-1].split()[-1] in words


@pytest.mark.parametrize("name", MAKERS)
def test_a_browser_prints_one_page(name: str, tmp_path: Path) -> None:
    if BROWSER is None:
        pytest.skip("not run: chromium absent")
    page = tmp_path / "sheet.html"
    page.write_text(made(name).html(), "utf-8")
    path = tmp_path / "sheet.pdf"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    subprocess.run(
        [BROWSER, *options, profile, f"--print-to-pdf={path}", page.as_uri()],
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    assert len(ONE_PAGE.findall(path.read_bytes())) == 1
