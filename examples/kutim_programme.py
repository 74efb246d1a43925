"""The Kutai Timur programme priced by the rules and set beside the published money; then one fisher's answers.

Run it with ``--lang en`` for English.
"""

import argparse
import tomllib
from datetime import date
from pathlib import Path

from jamsos import (
    Child,
    Family,
    Participation,
    Scheme,
    Worker,
    cover_on,
    current,
    death_benefit,
    keeping_cover,
    load_scheme,
    may_enrol,
    payments,
    premium,
    premiums,
)
from jamsos.answers.texts import rupiah

WORDS = {
    "id": {
        "title": "Program pekerja rentan Kutai Timur: harga menurut aturan dan angka yang diumumkan",
        "year": "tahun", "people": "orang (diumumkan)", "priced": "menurut aturan, 12 bulan",
        "published": "diumumkan", "unknown": "tidak diketahui", "budget": "anggaran", "spending": "belanja",
        "none": "jumlah orang tidak diumumkan; per orang {each} setahun",
        "fisher": "Seorang nelayan (tokoh rekaan), penghasilan Rp900.000 sebulan",
        "end": "Untuk {people} pekerja selama dua belas bulan 2025 iurannya {total} ({month} seorang sebulan), "
               "menurut {law}; yang diumumkan: hampir {published}.",
    },
    "en": {
        "title": "Kutai Timur programme for vulnerable workers: the price by the rules beside the published figures",
        "year": "year", "people": "people (published)", "priced": "by the rules, 12 months",
        "published": "published", "unknown": "not known", "budget": "budget", "spending": "spending",
        "none": "no headcount published; {each} a person and year",
        "fisher": "A fisher (invented), income Rp900,000 a month",
        "end": "For {people} workers over the twelve months of 2025 the contribution is {total} ({month} a person "
               "and month), under {law}; published: almost {published}.",
    },
}  # fmt: skip
FIGURES = tomllib.loads((Path(__file__).parent / "kutim_figures.toml").read_text("utf-8"))


def main() -> None:
    """Print the years, the fisher's answers and one closing sentence."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", choices=["id", "en"], default="id")
    lang = parser.parse_args().lang
    kutim = load_scheme("kutim")
    print_years(kutim, lang)
    print_fisher(kutim, lang)
    print_end(kutim, lang)


def year_of_one(kutim: Scheme, year: int) -> int:
    """What the programme owes for one person over the twelve months of a year."""
    return int(premiums(Worker(), f"{year}-01", f"{year}-12", scheme=kutim).total)


def print_years(kutim: Scheme, lang: str) -> None:
    """Set the price by the rules beside the published money, year by year."""
    words = WORDS[lang]
    money = {row["year"]: row for row in FIGURES["money"]}
    print(words["title"], "=" * len(words["title"]), sep="\n")
    row = "{:<6} {:<20} {:<36} {}"
    print(row.format(words["year"], words["people"], words["priced"], words["published"]))
    for year in range(2023, 2027):
        each = year_of_one(kutim, year)
        counts = sorted(item["covered"] for item in FIGURES["people"] if item["on"].year == year)
        people = " - ".join(dict.fromkeys(number(count, lang) for count in (counts[0], counts[-1]))) if counts else "-"
        published = money.get(year)
        if published is None:
            print(row.format(year, people, words["none"].format(each=rupiah(each, lang)), words["unknown"]))
            continue
        ends = dict.fromkeys((published["lowest"], published["highest"]))
        priced = " - ".join(rupiah(end * each, lang) for end in ends)
        amount = rupiah(published["rupiah"], lang)
        print(row.format(year, people, priced, f"{words[published['kind']]} {amount} ({published['grade']})"))
        print(f"{'':<6} {published['what']} [{published['source']}]")
    print()


def number(count: int, lang: str) -> str:
    """Write a number of people in the language's digits."""
    return rupiah(count, lang).removeprefix("Rp")


def print_fisher(kutim: Scheme, lang: str) -> None:
    """Take one invented fisher from the village list to what the family receives."""
    fisher = Worker(
        kind="b", category="fisher", occupation=11, birth=date(1984, 5, 17), income=900_000, sector="other",
        works=True, foreign=False, wage_earner=False, other_payer=False, resident_of="64.08.01.2001",
        letter=True, registry_match=True,
    )  # fmt: skip
    member = Participation(number_issued=date(2023, 9, 4), payer="APBD", payments=payments("2023-09", "2026-10"))
    child = Child(birth=date(2015, 2, 3), level="SD", year=5, studying=True, lawful=True, married=False, working=False)
    family = Family(spouse=True, children=(child,))
    died = date(2026, 10, 1)
    print(WORDS[lang]["fisher"], "-" * len(WORDS[lang]["fisher"]), "", sep="\n")
    for answer in (
        may_enrol(fisher, date(2025, 11, 3), scheme=kutim),
        premium(fisher, "2026-09", scheme=kutim),
        premium(fisher, "2026-09", payer="self"),
        cover_on(member, died),
        keeping_cover(fisher, member, died, scheme=kutim),
        death_benefit(fisher, member, family, died_on=died, accident_on=died, cause="work_accident", scheme=kutim),
        death_benefit(fisher, member, family, died_on=died, cause="other", scheme=kutim),
    ):
        print(answer.text(lang))


def print_end(kutim: Scheme, lang: str) -> None:
    """One sentence with the rupiah total of 2025 and its legal basis."""
    published = FIGURES["money"][-1]
    month = premium(Worker(), "2025-06", scheme=kutim)
    names = ("bpu.income_table", "jkm.contribution_bpu_month")
    sources = [source for name in names for source in current().get(name, date(2025, 6, 1)).sources]
    print(
        WORDS[lang]["end"].format(
            people=number(published["highest"], lang),
            total=rupiah(published["highest"] * year_of_one(kutim, 2025), lang),
            month=rupiah(int(month.total), lang),
            law=", ".join(map(str, sources)),
            published=rupiah(published["rupiah"], lang),
        )
    )


if __name__ == "__main__":
    main()
