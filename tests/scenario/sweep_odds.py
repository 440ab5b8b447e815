#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random battles are harder the worse the odds (design: play, "Random battles").

For each odds the same seeds, sizes, hours and tasks, played by the staff officer `good`; prints the
share won or held and the mean score, and fails when difficulty does not follow the odds.  With --save
the figures are also written as JSON, as they are kept in tests/bench/results.

usage: sweep_odds.py HANDLER_ONE [--seeds N] [--first SEED] [--staff NAME] [--save FILE]
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

AIMS = {1: 0.95, 1.5: 0.85, 2: 0.70, 3: 0.45, 4: 0.25}
TASKS = ["hold", "delay", "escort", "raid"]
MACHINES = [21, 12, 8, 16, 24]
HOURS = [5.25, 11, 8, 14, 20.25]
RISE = 0.05  # of a share, that chance may make between two odds


def recipe(odds, seed):
    return {"--seed": seed, "--task": TASKS[seed % len(TASKS)], "--odds": odds,
            "--machines": MACHINES[seed % len(MACHINES)],
            "--hour": HOURS[seed // len(MACHINES) % len(HOURS)]}


class Sweep:
    def __init__(self, arguments, folder):
        self.program, self.staff, self.folder = arguments.program, arguments.staff, folder
        self.seeds = range(arguments.first, arguments.first + arguments.seeds)

    def run(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments)], check=True, capture_output=True,
                              text=True, timeout=600).stdout

    def play(self, odds, seed):
        path = self.folder / f"{odds}-{seed}.json"
        options = [part for pair in recipe(odds, seed).items() for part in pair]
        self.run("generate", *options, "--output", path)
        result = json.loads(self.run("simulate", path, "--seed", seed, "--staff", self.staff, "--json"))
        path.unlink()
        return TASKS[seed % len(TASKS)], result

    def results(self, odds, pool):
        return list(pool.map(lambda seed: self.play(odds, seed), self.seeds))


def share(results):
    return sum(result["outcome"] != "lost" for _, result in results) / max(len(results), 1)


def figures(results):
    people = [r["squadron_lost"] / (r["squadron_lost"] + r["squadron_alive"]) for _, r in results]
    return {"battles": len(results), "won_or_held": round(share(results), 3),
            "won": round(sum(r["outcome"] == "won" for _, r in results) / max(len(results), 1), 3),
            "score": round(statistics.mean(r["score"] for _, r in results), 1),
            "task": round(statistics.mean(r["task"] for _, r in results), 3),
            "dead": round(statistics.mean(people), 3),
            "minutes": round(statistics.mean(r["duration_s"] for _, r in results) / 60, 1)}


def row(odds, results):
    by_task = {task: figures(own) for task in TASKS
               if (own := [each for each in results if each[0] == task])}
    return {"odds": odds, "aim": AIMS[odds], **figures(results), "by_task": by_task}


def show(each):
    tasks = ", ".join(f"{task} {100 * own['won_or_held']:.0f}" for task, own in each["by_task"].items())
    print(f"odds {each['odds']}: {100 * each['won_or_held']:.0f} % won or held, aim"
          f" {100 * each['aim']:.0f}; score {each['score']} ({tasks})", flush=True)


def faults(rows):
    shares = [each["won_or_held"] for each in rows]
    if any(later > before + RISE for before, later in zip(shares, shares[1:])):
        yield "difficulty does not follow the odds"
    if shares[0] < 0.85 or shares[-1] > 0.4:
        yield "the ends are far from what is aimed at"
    for task in TASKS:
        ends = [rows[i]["by_task"][task]["won_or_held"] for i in (0, -1)]
        if ends[0] < ends[1] + 0.2:
            yield f"odds hardly matter to {task}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seeds", type=int, default=60)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--staff", default="good")
    parser.add_argument("--save", type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        sweep = Sweep(arguments, pathlib.Path(folder))
        rows = []
        for odds in AIMS:
            rows.append(row(odds, sweep.results(odds, pool)))
            show(rows[-1])
    if arguments.save:
        arguments.save.parent.mkdir(parents=True, exist_ok=True)
        arguments.save.write_text(json.dumps({
            "what": "Random battles by odds: share won or held by a staff officer, by task",
            "how": "tests/scenario/sweep_odds.py; 8 to 24 machines, five hours of the day, maps of"
                   " the size that follows the machines",
            "staff": arguments.staff, "first_seed": arguments.first, "rows": rows}, indent=1) + "\n",
            encoding="utf-8")
    if arguments.staff == "good":
        sys.exit("; ".join(faults(rows)) or None)


main()
