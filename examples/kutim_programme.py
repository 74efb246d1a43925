"""The Kutai Timur programme: its price by the rules next to the published money.

One invented fisher's answers follow. Run it with ``--lang en`` for English.
"""

import argparse
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

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
    premium_run,
)
from jamsos.answers.texts import rupiah

WORDS = {
    "id": {
        "title": (
            "Program pekerja rentan Kutai Timur: harga menurut aturan dan angka yang diumumkan"
        ),
        "year": "tahun",
        "people": "orang diumumkan",
        "for": "dihitung untuk",
        "priced": "menurut aturan, 12 bulan",
        "published": "diumumkan",
        "unknown": "tidak diketahui",
        "budget": "anggaran",
        "spending": "belanja",
        "none": "per orang {each} setahun",
        "source": "sumber",
        "fisher": "Seorang nelayan (tokoh rekaan), penghasilan Rp900.000 sebulan",
        "short": "Ringkasnya",
        "full": "Selengkapnya, dengan dasarnya",
        "end": (
            "Untuk {people} pekerja selama dua belas bulan 2025 iurannya {total} "
            "({month} seorang sebulan), menurut {law}; yang diumumkan: hampir {published}."
        ),
    },
    "en": {
        "title": (
            "Kutai Timur programme for vulnerable workers: "
            "the price by the rules beside the published figures"
        ),
        "year": "year",
        "people": "people published",
        "for": "priced for",
        "priced": "by the rules, 12 months",
        "published": "published",
        "unknown": "not known",
        "budget": "budget",
        "spending": "spending",
        "none": "{each} a person and year",
        "source": "source",
        "fisher": "A fisher (invented), income Rp900,000 a month",
        "short": "In short",
        "full": "In full, with the grounds",
        "end": (
            "For {people} workers over the twelve months of 2025 the contribution is {total} "
            "({month} a person and month), under {law}; published: almost {published}."
        ),
    },
}
FIGURES = tomllib.loads((Path(__file__).parent / "kutim_figures.toml").read_text("utf-8"))
"""What was published about the programme, with the sources."""
ROW = "{:<6} {:<18} {:<18} {:<36} {}"


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
    return int(premium_run(Worker(), f"{year}-01", f"{year}-12", scheme=kutim).total)


def print_years(kutim: Scheme, lang: str) -> None:
    """Set the price by the rules next to the published money, year by year."""
    words = WORDS[lang]
    published_money = {row["year"]: row for row in FIGURES["money"]}
    print(words["title"], "=" * len(words["title"]), sep="\n")
    headings = [words[name] for name in ("year", "people", "for", "priced", "published")]
    print(ROW.format(*headings))
    for year in range(2023, 2027):
        each = year_of_one(kutim, year)
        people = published_people(year, lang)
        money = published_money.get(year)
        if money is None:
            # Without published money the number of people it pays for is open too.
            price = words["none"].format(each=rupiah(each, lang))
            print(ROW.format(year, people, "-", price, words["unknown"]))
        else:
            print_year(year, people, each, money, lang)
    print()


def print_year(year: int, people: str, each: int, money: dict[str, Any], lang: str) -> None:
    """Print a year whose money was published, and where."""
    words = WORDS[lang]
    least, most = money["lowest"], money["highest"]
    priced_for = span(least, most, number, lang)
    price = span(least * each, most * each, rupiah, lang)
    amount = f"{words[money['kind']]} {rupiah(money['rupiah'], lang)}"
    print(ROW.format(year, people, priced_for, price, amount))
    print(f"       {money['what'][lang]} ({words['source']}: {money['source']})")


def published_people(year: int, lang: str) -> str:
    """How many people the programme was published to cover in a year."""
    counts = [item["covered"] for item in FIGURES["people"] if item["on"].year == year]
    if not counts:
        return WORDS[lang]["unknown"]
    return span(min(counts), max(counts), number, lang)


def span(least: int, most: int, write: Callable[[int, str], str], lang: str) -> str:
    """Write the least and the most, once if they are the same."""
    if least == most:
        return write(least, lang)
    return f"{write(least, lang)} - {write(most, lang)}"


def number(count: int, lang: str) -> str:
    """Write a number of people in the language's digits."""
    return rupiah(count, lang).removeprefix("Rp")


def print_fisher(kutim: Scheme, lang: str) -> None:
    """Follow one invented fisher from the village list to what the family receives."""
    words = WORDS[lang]
    answers = answers_about_fisher(kutim)
    print(words["fisher"], "-" * len(words["fisher"]), "", words["short"], sep="\n")
    for answer in answers:
        print("  " + in_short(answer, lang))
    print("", words["full"], "", sep="\n")
    for answer in answers:
        print(answer.text(lang))


def answers_about_fisher(kutim: Scheme) -> list[Answer]:
    """Enrolment, premium, cover, and the benefits of a death from work and of another one."""
    fisher = Worker(
        kind="independent",
        category="fisher",
        occupation=11,
        birth=date(1984, 5, 17),
        income=900_000,
        sector="other",
        works=True,
        foreign=False,
        wage_earner=False,
        other_payer=False,
        resident_of="64.08.01.2001",
        letter=True,
        registry_match=True,
    )
    member = Participation(
        number_issued=date(2023, 9, 4), payer="APBD", payments=payments("2023-09", "2026-10")
    )
    child = Child(
        birth=date(2015, 2, 3),
        level="SD",
        year=5,
        studying=True,
        lawful=True,
        married=False,
        working=False,
    )
    family = Family(spouse=True, children=(child,))
    died = date(2026, 10, 1)
    death_from_work = death_benefit(
        fisher,
        member,
        family,
        died_on=died,
        accident_on=died,
        cause="work_accident",
        scheme=kutim,
    )
    other_death = death_benefit(fisher, member, family, died_on=died, cause="other", scheme=kutim)
    return [
        may_enrol(fisher, date(2023, 9, 4), scheme=kutim),
        may_enrol(fisher, date(2026, 9, 7), scheme=kutim),
        premium(fisher, "2026-09", scheme=kutim),
        premium(fisher, "2026-09", payer="self"),
        cover_on(member, died),
        keeping_cover(fisher, member, died, scheme=kutim),
        death_from_work,
        other_death,
    ]


def in_short(answer: Answer, lang: str) -> str:
    """The title of the answer, and what it comes to in a few plain sentences."""
    title = answer.title.say(lang)
    brief = answer.brief(lang)
    # Where little can be said the sentences begin with the title.
    if brief.startswith(title):
        return brief
    return f"{title}: {brief}"


def print_end(kutim: Scheme, lang: str) -> None:
    """One sentence with the rupiah total of 2025 and its legal basis."""
    published = FIGURES["money"][-1]
    people = published["highest"]
    month = premium(Worker(), "2025-06", scheme=kutim)
    sources: list[str] = []
    for name in ("bpu.income_table", "jkm.contribution_bpu_month"):
        provision = current().get(name, date(2025, 6, 1))
        sources.extend(str(source) for source in provision.sources)
    sentence = WORDS[lang]["end"].format(
        people=number(people, lang),
        total=rupiah(people * year_of_one(kutim, 2025), lang),
        month=rupiah(int(month.total), lang),
        law=", ".join(sources),
        published=rupiah(published["rupiah"], lang),
    )
    print(sentence)


if __name__ == "__main__":
    main()
