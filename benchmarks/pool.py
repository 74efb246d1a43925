"""Times two warm processes against one: 2,000 death benefits in chunks of 100, and equal answers.

Run ``python benchmarks/pool.py``. The processes are warm: each has answered before.
"""

from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from time import perf_counter

from jamsos import DeathBenefit, Family, Participation, Worker, death_benefit, payments

QUESTIONS = 2_000
CHUNK = 100
PROCESSES = 2
ROUNDS = 3
FIRST_DAY = date(2026, 1, 1)


def answer(number: int) -> DeathBenefit:
    """The death benefit of one invented fisher; each number is another income and another day."""
    income = 900_000 + 1_000 * number
    died_on = FIRST_DAY + timedelta(days=number % 300)
    fisher = Worker(kind="independent", income=income, sector="other")
    member = Participation(
        number_issued=date(2025, 1, 6), payments=payments("2025-01", "2026-12"), payer="self"
    )
    return death_benefit(
        fisher, member, Family(spouse=True, children=()), died_on=died_on, cause="other"
    )


def alone() -> tuple[float, list[DeathBenefit]]:
    """The seconds one process takes, and its answers."""
    begin = perf_counter()
    answers = [answer(number) for number in range(QUESTIONS)]
    return perf_counter() - begin, answers


def together(pool: ProcessPoolExecutor) -> tuple[float, list[DeathBenefit]]:
    """The seconds the pool takes, and its answers."""
    begin = perf_counter()
    answers = list(pool.map(answer, range(QUESTIONS), chunksize=CHUNK))
    return perf_counter() - begin, answers


def main() -> None:
    """Measure both in turn and print the best of each."""
    with ProcessPoolExecutor(PROCESSES) as pool:
        alone()
        together(pool)
        of_one: list[float] = []
        of_pool: list[float] = []
        for _ in range(ROUNDS):
            seconds, expected = alone()
            of_one.append(seconds)
            seconds, answers = together(pool)
            of_pool.append(seconds)
            print(f"equal: {answers == expected}")
    print(f"one process:   {min(of_one):.3f} s for {QUESTIONS} death benefits")
    print(f"two processes: {min(of_pool):.3f} s, {min(of_pool) / min(of_one):.2f} of that")


if __name__ == "__main__":
    main()
