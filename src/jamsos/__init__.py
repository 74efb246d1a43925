"""Indonesia's work-accident (JKK) and death (JKM) insurance: exact, dated, cited answers.

Start with :func:`may_enrol`, :func:`premium`, :func:`cover_on` and :func:`death_benefit`; the
reference lists the rest by topic. ``__init__.pyi`` lists the public names; each module loads when
one of its names is first used.
"""

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    from jamsos._public import public_name  # noqa: PLC0415 - import jamsos loads nothing but this file

    value = public_name(__name__, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    from jamsos._public import homes  # noqa: PLC0415

    return sorted({*globals(), *homes(__name__)})
