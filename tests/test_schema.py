"""The schema of replies: which codes may stand where, for each question and each detail."""

import json

import fastjsonschema
import pytest
from reply_schema import check_reply, validator
from test_door import DEATH

from jamsos import Answer, Coverage, Enrolment, EventAdvice, Premium, SeveralJobs
from jamsos.door.answering import answered
from jamsos.door.desk import open_desk


@pytest.mark.parametrize(
    ("kind", "code", "known"),
    [
        (EventAdvice, "diagnosed", True),
        (EventAdvice, "age", False),
        (SeveralJobs, "job_10", True),
        (SeveralJobs, "job_x", False),
        (SeveralJobs, "job_01", False),
        (Coverage, "registration_0", True),
        (Coverage, "age", False),
        # What a scheme file asks has the id it has there.
        (Enrolment, "surat_rt", True),
        (Premium, "age", False),
    ],
)
def test_the_schema_knows_the_codes_of_conditions(
    kind: type[Answer], code: str, *, known: bool
) -> None:
    check = validator(f"{kind.__name__}Conditions")
    if known:
        check([{"code": code}])
    else:
        with pytest.raises(fastjsonschema.JsonSchemaValueException):
            check([{"code": code}])


@pytest.mark.parametrize("detail", ["amounts", "grounds", "full"])
def test_each_question_has_a_schema_for_each_detail(detail: str) -> None:
    asked = DEATH | {"detail": detail}
    reply = json.loads(answered(json.dumps(asked).encode(), open_desk()))
    check_reply(reply)
    for part, code in (("lines", "premium.jkk"), ("findings", "state")):
        wrong = json.loads(json.dumps(reply))
        wrong[part][0]["code"] = code
        with pytest.raises(fastjsonschema.JsonSchemaValueException):
            check_reply(wrong)
