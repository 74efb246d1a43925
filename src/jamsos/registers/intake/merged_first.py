"""The merged cells of a sheet stand before its cells in the copy, so that a reader need not search.

python-calamine reads the cells first and looks for ``mergeCells`` from the start again. In a file
they stand after the cells, or nowhere; then it goes through the whole sheet a second time.
"""

import re

from jamsos.registers.intake.stored_copy import Pieces

_CELLS = b"<sheetData"
END_OF_CELLS = b"</sheetData>"
_NAME = b"mergeCells"
NO_MERGED_CELLS = b"<mergeCells></mergeCells>"
_MERGED = re.compile(rb"<mergeCells[\s>].*?</mergeCells>", re.DOTALL)
_MAY_BE_NO_TAG = re.compile(rb"<!|-->|\]\]>")
"""Comments and raw text: what looks like a tag in them is none."""


def merged_first(content: bytes) -> Pieces:
    """The pieces of a part, in which the merged cells stand before the others too.

    A part that is no sheet, or not written as programs write one, stays as it is.

    >>> sheet = b"<worksheet><sheetData></sheetData></worksheet>"
    >>> b"".join(merged_first(sheet))
    b'<worksheet><mergeCells></mergeCells><sheetData></sheetData></worksheet>'
    """
    whole = (content,)
    start = content.find(_CELLS)
    end = content.rfind(END_OF_CELLS)
    if not 0 <= start < end:
        return whole
    head = content[:start]
    tail = content[end:]
    if _MAY_BE_NO_TAG.search(head) or _MAY_BE_NO_TAG.search(tail):
        return whole
    # Wherever the name stands first, the reader takes what it finds there.
    named = content.find(_NAME)
    if named < 0:
        merged = NO_MERGED_CELLS
    elif named < end:
        return whole
    else:
        found = _MERGED.search(tail)
        if found is None:
            return whole
        merged = found.group()
    # A view, for a copy of a long sheet takes as much memory again.
    return head, merged, memoryview(content)[start:]
