#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random battles are harder the worse the odds (design: play, "Random battles").

For each odds the same seeds and tasks, played by the staff officer `good`; prints the share won or held
and the mean score, and fails when difficulty does not follow the odds.

usage: sweep_odds.py HANDLER_ONE [SEEDS]
"""

import json
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
SEEDS = int(sys.argv[2]) if len(sys.argv) > 2 else 24
ODDS = [1, 1.5, 2, 3, 4]
TASKS = ["hold", "delay", "raid"]


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], check=True, capture_output=True,
                          text=True).stdout


def play(folder, odds, seed, task):
    path = folder / "battle.json"
    run("generate", "--seed", seed, "--task", task, "--odds", odds, "--machines", 12, "--hour", 11,
        "--output", path)
    return json.loads(run("simulate", path, "--seed", seed, "--staff", "good", "--json"))


def main():
    shares, scores = [], []
    with tempfile.TemporaryDirectory() as folder:
        for odds in ODDS:
            results = [play(pathlib.Path(folder), odds, seed, TASKS[seed % len(TASKS)])
                       for seed in range(SEEDS)]
            by_task = {task: [r for i, r in enumerate(results) if TASKS[i % len(TASKS)] == task]
                       for task in TASKS}
            shares.append(sum(r["outcome"] != "lost" for r in results) / SEEDS)
            scores.append(sum(r["score"] for r in results) / SEEDS)
            print(f"odds {odds}: {100 * shares[-1]:.0f} % won or held, score {scores[-1]:.1f} ("
                  + ", ".join(f"{task} {sum(r['score'] for r in own) / len(own):.0f}"
                              for task, own in by_task.items()) + ")", flush=True)
    falls = all(later <= before + 4 for before, later in zip(scores, scores[1:]))
    if not falls or scores[0] < scores[-1] + 15:
        sys.exit("difficulty does not follow the odds")


main()
