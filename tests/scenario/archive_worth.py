#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the archive knows of a random battle is worth something (design: play, "Random battles").

The archive names the ford with a bottom too soft for tanks.  Who knows it has his flank stand behind
that ford, where what comes can be fought, and not behind the other, or raids by it; who does not know
may as well do it the other way round.  Of an escort the archive names a second road: who knows it leads
the Scavengers along it, who does not lets them drive.  Both are played on the same seeds, with nobody
else at the desk; what the knowledge is worth is the difference of the mean scores.

usage: archive_worth.py HANDLER_ONE [--seeds N] [--first SEED] [--save FILE]
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

TASKS = ["hold", "delay", "escort", "raid"]
MACHINES = [21, 16, 24, 12]
ODDS = [1.5, 2, 2.5, 3]
HOURS = [5.25, 11, 14, 8, 19]
HEIGHTS = {"ford-1": "hill-1", "ford-2": "hill-3"}
PLATOONS = ["first", "second", "third", "fourth", "fifth", "sixth"]
LEAST = 3  # points, of the design


def soft_ford(battle):
    for place in battle["terrain"]["places"]:
        if place["id"] in HEIGHTS and f"bottom at {place['name']} is soft" in battle["briefing"]:
            return place["id"]
    raise ValueError("the briefing names no soft ford")


def nearest_platoon(battle, height):
    x, y = next(each["position"] for each in battle["terrain"]["places"] if each["id"] == height)
    stands = [each["position"] for each in battle["squadron"]["platoons"]]
    return min(range(len(stands)), key=lambda i: abs(stands[i][0] - x) + abs(stands[i][1] - y))


def by_ford(task, battle, ford):
    """Who stands by the other ford comes over to this one; in a raid everybody goes by this one."""
    if task == "raid":
        return [{"at_s": 5, "say": f"all units, move to {name_of(battle, 'far-town')} via"
                                   f" {name_of(battle, ford)}"}]
    other = next(height for each, height in HEIGHTS.items() if each != ford)
    platoon = PLATOONS[nearest_platoon(battle, other)]
    return [{"at_s": 5, "say": f"{platoon} platoon, hold {name_of(battle, HEIGHTS[ford])}"}]


def choices(task, battle):
    """Orders of who knows, and of who does not."""
    if task == "escort":
        return [{"at_s": 5, "say": f"Scavengers, move to {name_of(battle, 'end')} via"
                                   f" {name_of(battle, 'detour')}"}], []
    soft = soft_ford(battle)
    return (by_ford(task, battle, soft),
            by_ford(task, battle, next(ford for ford in HEIGHTS if ford != soft)))


def name_of(battle, place):
    return next(each["name"] for each in battle["terrain"]["places"] if each["id"] == place)


class Measure:
    def __init__(self, arguments, folder):
        self.program, self.folder = arguments.program, folder

    def run(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments)], check=True, capture_output=True,
                              text=True, timeout=600).stdout

    def score(self, path, seed, orders):
        file = path.with_suffix(".orders.json")
        file.write_text(json.dumps({"format": "handler-one/orders", "version": 1, "orders": orders}),
                        encoding="utf-8")
        return json.loads(self.run("simulate", path, "--seed", seed, "--orders", file, "--json"))["score"]

    def gain(self, case):
        task, seed = case
        path = self.folder / f"{task}-{seed}.json"
        self.run("generate", "--seed", seed, "--task", task, "--machines", MACHINES[seed % 4],
                 "--odds", ODDS[seed // 4 % 4], "--hour", HOURS[seed % 5], "--output", path)
        known, unknown = choices(task, json.loads(path.read_text(encoding="utf-8")))
        return self.score(path, seed, known) - self.score(path, seed, unknown)


def figures(gains):
    return {"battles": len(gains), "points": round(statistics.mean(gains), 2),
            "plus_or_minus": round(1.96 * statistics.stdev(gains) / len(gains) ** 0.5, 2)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seeds", type=int, default=60)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--save", type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        measure, gains = Measure(arguments, pathlib.Path(folder)), {}
        for task in TASKS:
            cases = [(task, arguments.first + i) for i in range(arguments.seeds)]
            gains[task] = list(pool.map(measure.gain, cases))
            print(task, figures(gains[task]), flush=True)
    whole = figures([gain for own in gains.values() for gain in own])
    print("all", whole)
    if arguments.save:
        arguments.save.parent.mkdir(parents=True, exist_ok=True)
        arguments.save.write_text(json.dumps({
            "what": "Random battles: points that it is worth to know the ford too soft for tanks",
            "how": "tests/scenario/archive_worth.py: the same seeds, one order given by who knows and by"
                   " who takes the other ford, nobody else at the desk; 95 % intervals",
            "first_seed": arguments.first, "all": whole,
            "by_task": {task: figures(own) for task, own in gains.items()}}, indent=1) + "\n",
            encoding="utf-8")
    if whole["points"] < LEAST:
        sys.exit(f"what the archive knows is worth {whole['points']} points, less than {LEAST}")


main()
