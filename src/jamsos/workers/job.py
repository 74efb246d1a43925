"""One job of a person: the facts that decide its segment."""

from attrs import field, frozen
from attrs.converters import optional

from jamsos.errors import InputError
from jamsos.forms.fact import Fact
from jamsos.values.plain import checked_kind, checked_tuple
from jamsos.workers.codes import Position
from jamsos.workers.naming import naming_fields
from jamsos.workers.worker import is_flag


@frozen(kw_only=True, field_transformer=naming_fields)
class Job(Fact):
    """One job. Every field may be None: not known.

    >>> Job(wage=False, owner=False, own_account=True).own_account
    True

    Raises:
        InputError: for an invalid fact.

    """

    state_office: bool | None = field(default=None, validator=is_flag)
    """Civil servant (candidates and PPPK too), army, police, their students, or state official."""
    abroad: bool | None = field(default=None, validator=is_flag)
    """Indonesian migrant worker."""
    project: bool | None = field(default=None, validator=is_flag)
    """Daily, piece-work or fixed-term worker of a construction project; permanent staff are not."""
    wage: bool | None = field(default=None, validator=is_flag)
    """Works for a wage or other reward paid by an employer."""
    owner: bool | None = field(default=None, validator=is_flag)
    """Employs others or owns capital of the firm."""
    own_account: bool | None = field(default=None, validator=is_flag)
    """Works on their own account or outside an employment relation, *kemitraan* included."""
    state_body: bool | None = field(default=None, validator=is_flag)
    """Whether the employer is a state body; decides no segment, only the group of wage earners."""
    managing: bool | None = field(default=None, validator=is_flag)
    """Director, commissioner, supervisor or manager."""
    position: Position | None = field(default=None, converter=optional(Position))
    """A worker, or one who is deemed a worker when a work accident happens (Pasal 28)."""
    registered: bool | None = field(default=None, validator=is_flag)
    """Whether BPJS Ketenagakerjaan has this job.

    The employer registered it, or the BPU form describes it.
    """


def checked_job(job: object) -> Job:
    """Return a job.

    Raises:
        InputError: for anything but a Job.

    """
    return checked_kind(Job, job, "job")


def checked_jobs(jobs: object) -> tuple[Job, ...]:
    """Return one job or more.

    Raises:
        InputError: for anything but a tuple or list of at least one Job.

    """
    listed = checked_tuple(Job, jobs, "jobs")
    if not listed:
        raise InputError("jobs", listed, "at least one Job", "write [Job(...), Job(...)]")
    return listed
