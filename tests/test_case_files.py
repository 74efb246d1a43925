"""The cases asked of the library itself, without the door: file by file."""

import pytest
from case_runner import ask, load_cases, mismatches, seen

from jamsos import JamsosError, current


@pytest.mark.parametrize("file", sorted({case.file for case in load_cases()}))
def test_file_without_replies(file: str) -> None:
    """Each answer is what the case expects, and can be shown."""
    found: list[str] = []
    for case in load_cases():
        if case.file == file:
            answer = ask(case, current())
            found += [
                f"{case.id}: {wrong}" for wrong in mismatches(case, seen(answer, case.expect))
            ]
            assert isinstance(answer, JamsosError) or answer.text()
    assert not found, "\n".join(found)
