"""Questions about the law itself."""

from datetime import date
from typing import TypeAlias

from jamsos.answers.answer import Answer
from jamsos.changes.between import changes_between
from jamsos.door.question import Question, Schemes, scheme_named
from jamsos.workers.codes import Payer
from jamsos.workers.employment import Employment
from jamsos.workers.worker import Worker


class ChangesQuestion(Question, kw_only=True, tag="changes_between"):
    """What changed in the law between two days, and for one worker?"""

    first: date
    last: date
    worker: Worker | None = None
    payer: Payer | None = None
    scheme: str | None = None
    employment: Employment | None = None

    def ask(self, schemes: Schemes) -> Answer:
        scheme = scheme_named(self.scheme, schemes)
        return changes_between(
            self.first,
            self.last,
            worker=self.worker,
            payer=self.payer,
            scheme=scheme,
            employment=self.employment,
            law=self.law,
        )


LawQuestion: TypeAlias = ChangesQuestion
