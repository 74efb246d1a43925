"""The cases asked of the library itself, without the door: file by file."""

import pytest
from case_runner import ask, load_cases, mismatches, seen
from part_kinds import wrong_finding, wrong_note

from jamsos import JamsosError, current


@pytest.mark.parametrize("file", sorted({case.file for case in load_cases()}))
def test_file_without_replies(file: str) -> None:
    """Each answer is what the case expects, can be shown, and its parts are what they are."""
    found: list[str] = []
    for case in load_cases():
        if case.file == file:
            answer = ask(case, current())
            found += [
                f"{case.id}: {wrong}" for wrong in mismatches(case, seen(answer, case.expect))
            ]
            if isinstance(answer, JamsosError):
                continue
            assert answer.text()
            wrong_parts = [
                *(wrong_note(note) for note in answer.notes),
                *(wrong_finding(finding) for finding in answer.findings),
            ]
            found += [f"{case.id}: {wrong}" for wrong in wrong_parts if wrong is not None]
    assert not found, "\n".join(found)
