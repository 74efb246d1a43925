"""One job of a person: the facts that tell its segment."""

from attrs import field, frozen
from attrs.converters import optional

from jamsos.errors import InputError
from jamsos.values.plain import as_tuple
from jamsos.workers.codes import Position
from jamsos.workers.worker import is_flag


@frozen(kw_only=True)
class Job:
    """One job. Every field may be None: not known.

    >>> Job(wage=False, owner=False, own_account=True).own_account
    True

    Raises:
        InputError: for a fact that cannot be.

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
    """Works on the own account or outside an employment relation, partnership (*kemitraan*) included."""
    state_body: bool | None = field(default=None, validator=is_flag)
    """Whether the employer is a state body; decides no segment, only the group of wage earners."""
    managing: bool | None = field(default=None, validator=is_flag)
    """Director, commissioner, supervisor or manager."""
    position: Position | None = field(default=None, converter=optional(Position))
    """A worker, or one who is deemed a worker when a work accident happens (Pasal 28)."""
    registered: bool | None = field(default=None, validator=is_flag)
    """Whether BPJS Ketenagakerjaan has this job: registered by that employer, or described on the BPU form."""


def checked_job(job: object) -> Job:
    """Return a job.

    Raises:
        InputError: for what is none.

    """
    if not isinstance(job, Job):
        raise InputError("job", type(job).__name__, "a Job", "build the facts with jamsos.Job(...)")
    return job


def checked_jobs(jobs: object) -> tuple[Job, ...]:
    """Return one job or more.

    Raises:
        InputError: for anything but a tuple of at least one Job.

    """
    listed = as_tuple(jobs)
    if not listed:
        raise InputError("jobs", type(jobs).__name__, "a tuple of at least one Job", "write (Job(...), Job(...))")
    return tuple(checked_job(job) for job in listed)
