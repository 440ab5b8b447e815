#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How good the picture is, and how often something is asked of the handler, over every built-in battle.

Writes tests/bench/results/picture.md.  Takes some minutes.

usage: ./dev exec tests/bench/figures.py [--seeds A..B] [--output FILE]
"""

import argparse
import json
import subprocess
from pathlib import Path

OFFICERS = ["good", "none"]
CONTACT_S, QUIET_S = 20, 45
READ = """New contacts, enemies that are more than was said, halt, turn, are lost from sight, seen again or half shot down, cries
for help, losses and who is where he was sent make up nearly all points in contact; lulls, empty places and the desk those in quiet (`decisions` of `simulate --json`). Promises and marks
are a player's: no staff officer gives them. Cries on one subject come at most every 15 s by rule, so one platoon that fights alone asks
seldom. In quiet the long gaps are those between waves. A gap at the end of a battle, which nothing closes, is not counted."""
ROOT = Path(__file__).parents[2]


def run(*arguments):
    return subprocess.run(["handler-one", *arguments], capture_output=True, text=True, check=True).stdout


def battles():
    return [each["id"] for each in json.loads(run("list", "--json"))
            if each["kind"] == "scenario" and each["id"] != "training"]


def mean(summary, name):
    return summary[name]["mean"]


def number(value, digits=0):
    return "–" if value is None else f"{value:.{digits}f}"


def marked(value, most):
    """A gap, bold where it is longer than it should be."""
    text = number(value)
    return f"**{text}**" if value is not None and value > most else text


def lines_of(results):
    yield ("| Battle | Staff | Points | Gap in contact, s | In quiet, s | Known | Within 3 km | Empty | Track, m"
           " | Fix, m | Ghost, m | Delay median / p95, s |")
    yield "|---|---|---|---|---|---|---|---|---|---|---|---|"
    for battle, officer, each in results:
        yield " | ".join([
            f"| {battle}", officer, number(mean(each, "decision_points")),
            marked(mean(each, "decision_gap_contact_s"), CONTACT_S), marked(mean(each, "decision_gap_quiet_s"), QUIET_S),
            number(100 * mean(each, "enemies_known")) + " %", number(100 * mean(each, "near_enemies_known")) + " %",
            number(100 * mean(each, "tracks_empty")) + " %", number(mean(each, "track_error_m")),
            number(mean(each, "own_fix_error_m")), number(mean(each, "own_ghost_error_m")),
            number(mean(each, "report_delay_median_s"), 1) + " / " + number(mean(each, "report_delay_p95_s"), 1) + " |"])


def out_of_range(results):
    for name, label, most in [("decision_gap_contact_s", "in contact", CONTACT_S), ("decision_gap_quiet_s", "in quiet", QUIET_S)]:
        over = [f"{battle} ({officer}, {number(mean(each, name))} s)" for battle, officer, each in results
                if mean(each, name) is not None and mean(each, name) > most]
        yield f"Over {most} s {label}: " + (", ".join(over) if over else "none") + "."


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", default="1..20")
    parser.add_argument("--output", type=Path, default=ROOT / "tests/bench/results/picture.md")
    options = parser.parse_args()
    results = [(battle, officer, json.loads(run("batch", battle, "--seeds", options.seeds, "--staff", officer, "--summary")))
               for battle in battles() for officer in OFFICERS]
    options.output.write_text("\n".join([
        "# The picture and the decisions", "",
        f"Means over seeds {options.seeds} of each battle, made by `tests/bench/figures.py`. What is measured and how stands in",
        "`src/engine/engine-quality.h` and `src/engine/engine-pacing.h`. Gaps are those that nine of ten do not exceed, in",
        f"seconds of a player who plays by the pacing rule; bold where longer than the design asks ({CONTACT_S} s in contact,",
        f"{QUIET_S} s in quiet).", "", *lines_of(results), "", *out_of_range(results), "", READ, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
