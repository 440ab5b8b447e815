#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of the simulation without a window: `./dev bench sim|batch|replay [OPTION…]`.

Everything is measured in turns within one run and told as medians, since a shared computer is
easily twice as slow for a while: compare ratios, and figures of one run.  Nothing fails on a time;
a melee in which nobody fights, or a batch that depends on the number of jobs, does fail.
"""

import argparse
import datetime
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "results"
TICKS = 400  # of every melee: the same part of the fight
# Machines, and how often in a round: a small melee is soon over, so its figures vary most.
SIZES = [(1000, 5), (10000, 1), (100000, 1)]


def program(*arguments, binary=False):
    """Output of handler-one; leaves with its status when it fails."""
    done = subprocess.run(["handler-one", *map(str, arguments)], stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)
    return done.stdout if binary else done.stdout.decode()


def seconds_of(*arguments):
    begun = time.monotonic()
    output = program(*arguments, binary=True)
    return time.monotonic() - begun, output


def median_of(runs, *keys):
    values = []
    for run in runs:
        for key in keys:
            run = run[key]
        values.append(run)
    return statistics.median(values)


# --- sim -----------------------------------------------------------------------------------------


def melee_figures(runs):
    figures = {key: median_of(runs, key) for key in ["ns_per_unit_tick", "times_real_time", "bytes_per_unit"]}
    figures["phases"] = {phase: median_of(runs, "phases", phase) for phase in runs[0]["phases"]}
    # The same in every round, since the battle is.
    figures.update({key: runs[0][key] for key in ["units", "ticks", "shots", "detections", "deaths"]})
    return figures


def print_melees(melees):
    phases = list(melees[0]["phases"])
    print(f"{'machines':>10} {'ns':>8} " + " ".join(f"{phase:>9}" for phase in phases)
          + f" {'bytes':>7} {'× real':>8} {'shots':>8} {'seen':>7} {'killed':>7}")
    for melee in melees:
        print(f"{melee['units']:>10} {melee['ns_per_unit_tick']:>8.1f} "
              + " ".join(f"{melee['phases'][phase]:>9.1f}" for phase in phases)
              + f" {melee['bytes_per_unit']:>7.0f} {melee['times_real_time']:>8.1f} {melee['shots']:>8}"
              + f" {melee['detections']:>7} {melee['deaths']:>7}")
    growth = melees[-1]["ns_per_unit_tick"] / melees[0]["ns_per_unit_tick"]
    print(f"growth from {melees[0]['units']} to {melees[-1]['units']} machines: {growth:.2f}")
    return growth


def battle_figures(scenario, rounds):
    """Whole battles of a scenario, less what it takes to start the program and load it."""
    takes, battle_s = [], 0
    for _ in range(rounds):
        start, _ = seconds_of("batch", scenario, "--seeds", "1..1", "--jobs", 1, "--staff", "basic", "--until", 0)
        spent, output = seconds_of("batch", scenario, "--seeds", "1..4", "--jobs", 1, "--staff", "basic")
        battle_s = sum(json.loads(line)["duration_s"] for line in output.splitlines())
        takes.append(max(spent - start, 1e-6))
    return {"scenario": scenario, "battle_s": battle_s, "times_real_time": battle_s / statistics.median(takes)}


def bench_sim(options):
    runs = {units: [] for units, _ in SIZES}
    for _ in range(options.rounds):
        for units, times in SIZES:
            runs[units] += [json.loads(program("bench", "--units", units, "--ticks", TICKS, "--json"))
                            for _ in range(times)]
    melees = [melee_figures(runs[units]) for units, _ in SIZES]
    growth = print_melees(melees)
    battle = battle_figures("three-hills", options.rounds)
    print(f"{battle['scenario']}: {battle['times_real_time']:.0f} times real time, with its Handler's picture"
          " and staff officer")
    return {"melees": melees, "growth": growth, "battle": battle}


# --- batch ---------------------------------------------------------------------------------------


def bench_batch(options):
    sweep = ["batch", "three-hills", "--seeds", "1..24", "--staff", "basic", "--jobs"]
    jobs = os.cpu_count() or 1
    one, many = [], []
    for _ in range(options.rounds):
        alone, output = seconds_of(*sweep, 1)
        shared, other = seconds_of(*sweep, jobs)
        if output != other:
            sys.exit(f"the batch differs between 1 and {jobs} jobs")
        one.append(alone)
        many.append(shared)
    gain = statistics.median(alone / shared for alone, shared in zip(one, many))
    print(f"24 battles: {statistics.median(one):.2f} s with 1 job, {statistics.median(many):.2f} s with {jobs},"
          f" {gain:.2f} times as fast, the same to the byte")
    return {"jobs": jobs, "one_s": statistics.median(one), "many_s": statistics.median(many), "gain": gain}


# --- replay --------------------------------------------------------------------------------------


def bench_replay(options):
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "battle.h1replay"
        program("simulate", "three-hills", "--staff", "basic", "--replay", path)
        for name, more in [("open", ["--seek", 0]), ("play", []), ("verify", ["--verify"])]:
            figures[name + "_s"] = statistics.median(
                seconds_of("replay", path, *more)[0] for _ in range(options.rounds))
            print(f"replay {' '.join(map(str, more))}: {figures[name + '_s']:.2f} s")
    return figures


# -------------------------------------------------------------------------------------------------


def keep(name, figures):
    now = datetime.datetime.now(datetime.timezone.utc)
    path = RESULTS / f"{name}-{now:%Y%m%d-%H%M%S}.json"
    described = {"bench": name, "date": f"{now:%Y-%m-%d}", "program": program("--version").strip(),
                 "machine": platform.machine(), "processors": os.cpu_count(), **figures}
    RESULTS.mkdir(exist_ok=True)
    path.write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
    print(f"kept in {path}", file=sys.stderr)


def main():
    benches = {"sim": bench_sim, "batch": bench_batch, "replay": bench_replay}
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__.splitlines()[0])
    parser.add_argument("bench", choices=benches)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (3)")
    parser.add_argument("--save", action="store_true", help="keep the figures in tests/bench/results/")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds takes a number from 1")
    figures = benches[options.bench](options)
    if options.save:
        keep(options.bench, {"rounds": options.rounds, **figures})


if __name__ == "__main__":
    main()
