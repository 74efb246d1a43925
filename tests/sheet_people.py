"""Ten invented people, the six groups of the programme, and the offices of an invented place."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from typing import Any

from jamsos import Child, Family, Law, Participation, Worker, load_scheme, payments, what_if
from jamsos.sheets import Office, Sheet, benefit_sheet, pocket_card, scholarship_poster

ON = date(2026, 9, 1)
KUTIM = load_scheme("kutim")
GROUPS = ("trader", "casual_labour", "farmer", "fisher", "craft", "village_msme")
OFFICES = (
    Office(
        kind="bpjs",
        name="BPJS Ketenagakerjaan Kantor Cabang Rekaan Selatan",
        address="Jalan Rekaan Panjang Sekali Nomor 123, Kecamatan Rekaan",
        phone="0500-000-0001",
    ),
    Office(kind="labour_office", name="Dinas Tenaga Kerja Provinsi Rekaan", phone="0500-000-0003"),
    Office(kind="village", name="Kantor Desa Rekaan Jaya", address="Jalan Rekaan 1"),
    Office(kind="civil_registry", name="Disdukcapil Rekaan", address="Jalan Rekaan 2"),
)
LONGEST = tuple(
    Office(
        kind=kind,
        name="Rekaan" + " Rekaan" * 6,
        address="Jalan Rekaan" + " Rekaan" * 6,
        phone="0" * 15,
    )
    for kind in ("bpjs", "labour_office", "village", "civil_registry")
)
"""Offices with texts as long as they may be."""


def child(born: int, level: str, year: int | None, **facts: Any) -> Child:
    known: dict[str, Any] = {
        "lawful": True,
        "married": False,
        "working": False,
        "studying": level != "none",
    }
    return Child(birth=date(born, 3, 1), level=level, year=year, **{**known, **facts})


def member(first: str, last: str, **facts: Any) -> Participation:
    year, month = first.split("-")
    issued = date(int(year), int(month), 5)
    return Participation(number_issued=issued, payments=payments(first, last), **facts)


def worker(category: str | None, income: int | None = 900_000, **facts: Any) -> Worker:
    stated: dict[str, Any] = {"kind": "independent", "sector": "other", **facts}
    return Worker(category=category, income=income, **stated)


SCHOOL = (child(2014, "SD", 6), child(2019, "SD", 1))

PEOPLE: Mapping[str, tuple[Worker, dict[str, Any]]] = {
    "Rekaan Fatimah, lama": (
        worker("fisher"),
        {
            "participation": member("2023-01", "2026-12", payer="APBD", row=1),
            "family": Family(spouse=True, children=SCHOOL),
        },
    ),
    "Rekaan Baru": (
        worker("farmer"),
        {
            "participation": member("2026-08", "2026-09", payer="self"),
            "family": Family(spouse=True, children=(child(2022, "none", None),)),
        },
    ),
    "Rekaan Menunggak": (
        worker("trader", 2_500_000),
        {
            "participation": member("2025-01", "2026-06", payer="self"),
            "family": Family(spouse=True, children=SCHOOL[:1]),
        },
    ),
    "Rekaan Gugur": (
        worker("casual_labour"),
        {
            "participation": member("2025-01", "2025-06", payer="self"),
            "family": Family(spouse=False, children=()),
        },
    ),
    "Rekaan Tanpa Keterangan": (Worker(), {}),
    "Rekaan Belum Terdaftar": (
        worker("craft", 1_400_000),
        {"payer": "self", "family": Family(spouse=True, children=())},
    ),
    "Rekaan Pemilik": (
        worker("village_msme", 6_000_000, kind="owner"),
        {"payer": "self"},
    ),
    "Rekaan Pengemudi": (
        worker("transport", 3_000_000, sector="transport"),
        {
            "participation": member("2024-02", "2026-09", payer="self"),
            "family": Family(spouse=False, children=(), blood_line=True),
        },
    ),
    "Rekaan Keluarga Tidak Diketahui": (
        worker("household", 1_000_000),
        {"participation": member("2024-02", "2026-10", payer="APBDES")},
    ),
    "Rekaan Kaya Anak": (
        worker("other", 20_000_000, second_income=1_500_000),
        {
            "participation": member("2020-01", "2026-09", payer="self"),
            "family": Family(
                spouse=True, children=(*SCHOOL, child(2008, "PT", 1), child(2011, "SMA", 1))
            ),
        },
    ),
}


def proposal() -> Law:
    """A what-if that raises the lump sum of JKM."""
    supposed = what_if("usulan 2027", reason="rapat anggaran")
    return supposed.change("jkm.lump_sum", rupiah=25_000_000, first="2026-01").law


def _makers() -> dict[str, Callable[[], Sheet]]:
    makers: dict[str, Callable[[], Sheet]] = {}
    for lang in ("id", "en"):
        for group in GROUPS:
            makers[f"{group} {lang}"] = partial(benefit_sheet, group, ON, scheme=KUTIM, lang=lang)
        for number, (name, (who, facts)) in enumerate(PEOPLE.items(), 1):
            makers[f"person {number} {lang}"] = partial(
                benefit_sheet, who, ON, name=name, offices=OFFICES, lang=lang, **facts
            )
        for paper in ("A4", "A3"):
            makers[f"poster {paper} {lang}"] = partial(
                scholarship_poster, ON, paper=paper, lang=lang
            )
        makers[f"card {lang}"] = partial(pocket_card, "fisher", ON, scheme=KUTIM, lang=lang)
    supposed = proposal()
    return {
        **makers,
        "longest": partial(benefit_sheet, "village_msme", ON, scheme=KUTIM, offices=LONGEST),
        "undecided": partial(benefit_sheet, "fisher", ON),
        "what if": partial(benefit_sheet, "fisher", ON, scheme=KUTIM, law=supposed),
        "poster what if": partial(scholarship_poster, ON, law=supposed),
        "card longest": partial(pocket_card, "village_msme", ON, row=1, offices=LONGEST),
        "card what if": partial(pocket_card, "fisher", ON, scheme=KUTIM, law=supposed),
        "card undecided": partial(pocket_card, "fisher", ON),
    }


MAKERS = _makers()
"""How every kind of sheet that is printed is made, by a name."""


@cache
def made(name: str) -> Sheet:
    """One of these sheets."""
    return MAKERS[name]()
