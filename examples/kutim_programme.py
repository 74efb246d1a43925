"""The Kutai Timur programme priced by the rules and set beside the published money; then one fisher's answers.

Run it with ``--lang en`` for English.
"""

import argparse
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from jamsos import (
    Answer,
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
        "year": "tahun", "people": "orang diumumkan", "for": "dihitung untuk", "priced": "menurut aturan, 12 bulan",
        "published": "diumumkan", "unknown": "tidak diketahui", "budget": "anggaran", "spending": "belanja",
        "none": "per orang {each} setahun", "source": "sumber",
        "fisher": "Seorang nelayan (tokoh rekaan), penghasilan Rp900.000 sebulan",
        "short": "Ringkasnya", "full": "Selengkapnya, dengan dasarnya",
        "end": "Untuk {people} pekerja selama dua belas bulan 2025 iurannya {total} ({month} seorang sebulan), "
               "menurut {law}; yang diumumkan: hampir {published}.",
    },
    "en": {
        "title": "Kutai Timur programme for vulnerable workers: the price by the rules beside the published figures",
        "year": "year", "people": "people published", "for": "priced for", "priced": "by the rules, 12 months",
        "published": "published", "unknown": "not known", "budget": "budget", "spending": "spending",
        "none": "{each} a person and year", "source": "source",
        "fisher": "A fisher (invented), income Rp900,000 a month",
        "short": "In short", "full": "In full, with the grounds",
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
    row = "{:<6} {:<18} {:<18} {:<36} {}"
    print(row.format(*(words[name] for name in ("year", "people", "for", "priced", "published"))))
    for year in range(2023, 2027):
        each = year_of_one(kutim, year)
        counts = [item["covered"] for item in FIGURES["people"] if item["on"].year == year]
        people = span(counts, number, lang) if counts else words["unknown"]
        published = money.get(year)
        if published is None:
            print(row.format(year, people, "-", words["none"].format(each=rupiah(each, lang)), words["unknown"]))
            continue
        ends = [published["lowest"], published["highest"]]
        amount = f"{words[published['kind']]} {rupiah(published['rupiah'], lang)}"
        priced = span([end * each for end in ends], rupiah, lang)
        print(row.format(year, people, span(ends, number, lang), priced, amount))
        print(f"       {published['what'][lang]} ({words['source']}: {published['source']})")
    print()


def span(values: list[int], write: Callable[[int, str], str], lang: str) -> str:
    """Write the smallest and the largest value, once if they are the same."""
    return " - ".join(dict.fromkeys(write(value, lang) for value in (min(values), max(values))))


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
    answers = (
        may_enrol(fisher, date(2023, 9, 4), scheme=kutim),
        may_enrol(fisher, date(2026, 9, 7), scheme=kutim),
        premium(fisher, "2026-09", scheme=kutim),
        premium(fisher, "2026-09", payer="self"),
        cover_on(member, died),
        keeping_cover(fisher, member, died, scheme=kutim),
        death_benefit(fisher, member, family, died_on=died, accident_on=died, cause="work_accident", scheme=kutim),
        death_benefit(fisher, member, family, died_on=died, cause="other", scheme=kutim),
    )
    words = WORDS[lang]
    print(words["fisher"], "-" * len(words["fisher"]), "", words["short"], sep="\n")
    for answer in answers:
        print("  " + in_short(answer, lang))
    print("", words["full"], "", sep="\n")
    for answer in answers:
        print(answer.text(lang))


def in_short(answer: Answer, lang: str) -> str:
    """One line: what was asked, and the answer or the total."""
    if answer.has_total:
        told = next(note for note in answer.notes if note.code in {"note.payer", "note.programme"})
        return f"{answer.title.say(lang)}: {rupiah(answer.total, lang)}. {told.text.say(lang)}"
    return f"{answer.title.say(lang)}: {answer.text(lang).splitlines()[2]}"


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
