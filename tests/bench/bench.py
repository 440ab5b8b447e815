#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of the program and its parts: `./dev bench sim|batch|replay|voice|map|start [OPTION…]`.

Everything is measured in turns within one run and told as medians, since a shared computer is
easily twice as slow for a while: compare ratios, and figures of one run.  Nothing fails on a time;
a melee in which nobody fights, or a batch that depends on the number of jobs, does fail.
"""

import argparse
import datetime
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "results"
TICKS = 400  # of every melee: the same part of the fight, what it takes to find all ways in it
# Machines, how many of them ours (0: half), and how often in a round: a small melee is soon over, so
# its figures vary most.
MELEES = [(224, 24, 9), (1000, 0, 5), (10000, 0, 1), (100000, 0, 1)]
GROWN = 1  # growth is counted from this one
BATTLE = "long-front"  # the greatest of those built in: what its replay costs


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


def processor_seconds_of(*arguments):
    """What a run uses of a processor: less noisy than the time of day."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output = program(*arguments, binary=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, output


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
    figures.update({key: runs[0][key] for key in ["units", "ticks", "shots", "detections", "deaths", "hash"]})
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
    growth = melees[-1]["ns_per_unit_tick"] / melees[GROWN]["ns_per_unit_tick"]
    print(f"growth from {melees[GROWN]['units']} to {melees[-1]['units']} machines: {growth:.2f}")
    return growth


def battle_figures(scenario, rounds):
    """Whole battles of a scenario, less what it takes to start the program and load it."""
    takes, battle_s = [], 0
    for _ in range(rounds):
        battle = ["batch", scenario, "--jobs", 1, "--staff", "basic", "--seeds"]
        start, _ = processor_seconds_of(*battle, "1..1", "--until", 0)
        spent, output = processor_seconds_of(*battle, "1..4")
        battle_s = sum(json.loads(line)["duration_s"] for line in output.splitlines())
        takes.append(max(spent - start, 1e-6))
    return {"scenario": scenario, "battle_s": battle_s, "times_real_time": battle_s / statistics.median(takes)}


def bench_sim(options):
    runs = [[] for _ in MELEES]
    for _ in range(options.rounds):
        for melee, (units, own, times) in zip(runs, MELEES):
            ours = ["--own", own] if own else []
            melee += [json.loads(program("bench", "--units", units, *ours, "--ticks", TICKS, "--json"))
                      for _ in range(times)]
    for melee in runs:
        if len({run["hash"] for run in melee}) != 1:
            sys.exit("the same melee had more than one end")
    melees = [{**melee_figures(melee), "own": own or units // 2} for melee, (units, own, _) in zip(runs, MELEES)]
    growth = print_melees(melees)
    battles = [battle_figures(scenario, options.rounds) for scenario in ["three-hills", "long-front"]]
    for battle in battles:
        print(f"{battle['scenario']}: {battle['times_real_time']:.0f} times real time, with its Handler's"
              " picture and staff officer")
    return {"melees": melees, "growth": growth, "battles": battles}


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


def log_figures(path, rounds):
    """Recording a battle, with the hash of everything each 100 ticks, against only playing it."""
    plain, logged = [], []
    for _ in range(3 * rounds):
        plain.append(processor_seconds_of("simulate", BATTLE, "--staff", "basic")[0])
        logged.append(processor_seconds_of("simulate", BATTLE, "--staff", "basic", "--replay", path)[0])
    return {"plain_s": statistics.median(plain), "logged_s": statistics.median(logged),
            "log": statistics.median(logged) / statistics.median(plain)}


def bench_replay(options):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "battle.h1replay"
        figures = {"scenario": BATTLE, **log_figures(path, options.rounds)}
        runs = [json.loads(program("bench", "--replay", path, "--json")) for _ in range(options.rounds)]
        figures.update({key: median_of(runs, key) for key in runs[0]})
        figures["hour_s"] = figures["open_s"] * 3600 / figures["battle_s"]
        figures["verify_s"] = statistics.median(
            seconds_of("replay", path, "--verify")[0] for _ in range(options.rounds))
    print(f"{BATTLE}: recorded {figures['log']:.3f} times what it takes to play")
    print(f"opened in {figures['open_s']:.2f} s, an hour of it in {figures['hour_s']:.2f} s;"
          f" verified in {figures['verify_s']:.2f} s")
    print(f"gone to a moment in {figures['seek_ms']:.1f} ms (median), {figures['seek_ms_most']:.1f} ms at most")
    return figures


# --- map and start -------------------------------------------------------------------------------

SOURCES = Path(__file__).resolve().parents[2]
RENDERERS = ["cairo", "ngl"]  # ngl: in software, by what run-under-xvfb sets


def built_program(path):
    return Path(shutil.which("handler-one")).resolve().parents[2] / path


def on_display(*command, **variables):
    """The line of JSON that a program prints last, on a display of its own."""
    done = subprocess.run([SOURCES / "tests/lib/run-under-xvfb", "--size", "1700x1100", *map(str, command)],
                          env={**os.environ, "G_DEBUG": "", **variables}, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)
    return json.loads(done.stdout.splitlines()[-1])


def drawing_figures(runs):
    figures = {key: median_of(runs, key) for key in runs[0]}
    for name in ["many", "battle"]:
        figures[name] = statistics.median(run[f"{name}_ms"] / run["alone_ms"] for run in runs)
    return figures


def window_figures(seconds):
    run = on_display(built_program("tests/app/window-bench"), seconds, GSK_RENDERER="cairo",
                     HANDLER_ONE_WINDOW_SIZE="1600x1000")
    for name in ["interval", "begun"]:
        run[name] = run["played"][f"{name}_ms_p99"] / max(run["stopped"][f"{name}_ms_p99"], 0.001)
    return run


def bench_map(options):
    runs = {renderer: [] for renderer in RENDERERS}
    for _ in range(options.rounds):
        for renderer in RENDERERS:
            runs[renderer].append(on_display(built_program("tests/ui/map/map-bench"), GSK_RENDERER=renderer))
    figures = {renderer: drawing_figures(runs[renderer]) for renderer in RENDERERS}
    for renderer, each in figures.items():
        print(f"{renderer}: the map alone {each['alone_ms']:.2f} ms, with 2,000 symbols {each['many']:.2f} times that,"
              f" with a battle of 300 {each['battle']:.2f} times; {each['build_ms']:.2f} ms to make the frame when all"
              f" moved, {each['look_ms']:.2f} ms to see that nothing did", flush=True)
    window = figures["window"] = window_figures(options.seconds)
    for name in ["played", "stopped"]:
        each = window[name]
        print(f"the window, {name}: {each['frames']} frames, p99 of their interval {each['interval_ms_p99']:.1f} ms,"
              f" of layout {each['layout_ms_p99']:.1f} ms, of painting {each['paint_ms_p99']:.1f} ms;"
              f" main loop busy {each['busy_ms_p99']:.1f} ms (p99), {each['busy_ms_p999']:.1f} ms (p99.9), of a processor"
              f" {each['own_busy_ms_p99']:.1f} and {each['own_busy_ms_p999']:.1f} ms", flush=True)
    print(f"interval at 60 times the speed by that of a stopped battle: {window['interval']:.2f},"
          f" from begin to begin {window['begun']:.2f}")
    idle = window["idle"]
    print(f"stopped and left alone: {idle['frames']} frames in {idle['seconds']:.0f} s,"
          f" {idle['processor_percent']:.1f} % of a core")
    return {"seconds": options.seconds, **figures}


def bench_start(options):
    figures = on_display(SOURCES / "tests/bench/start_figures.py", 2 * options.rounds + 1, GSK_RENDERER="cairo")
    ours, other = figures["handler-one"], figures["adwaita-1-demo"]
    figures["first_frame"] = ours["first_frame_s"] / other["first_frame_s"]
    figures["memory"] = ours["peak_mib"] / other["peak_mib"]
    for name in ["handler-one", "adwaita-1-demo"]:
        each = figures[name]
        print(f"{name}: first frame after {each['first_frame_s']:.3f} s, {each['peak_mib']:.1f} MiB at most"
              f" ({each['own_mib']:.1f} MiB its own); at rest {each['rest_frames']:.0f} frames and"
              f" {each['rest_processor_percent']:.1f} % of a core")
    print(f"start {figures['first_frame']:.2f}, memory {figures['memory']:.2f} of the other's")
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


# --- voice ---------------------------------------------------------------------------------------


def bench_voice(options):
    """The sound on a sink that plays to nobody, in real time: a run takes three minutes."""
    built = Path(shutil.which("handler-one")).resolve().parents[2]
    runs = []
    for _ in range(options.rounds):
        done = subprocess.run([built / "tests/voice/bench-voice"], stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode != 0:
            sys.exit(done.returncode)
        *lines, figures = done.stdout.splitlines()
        print("\n".join(lines), flush=True)
        runs.append(json.loads(figures))
    return {key: median_of(runs, key) for key in runs[0]}


def main():
    benches = {"sim": bench_sim, "batch": bench_batch, "replay": bench_replay, "voice": bench_voice,
               "map": bench_map, "start": bench_start}
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__.splitlines()[0])
    parser.add_argument("bench", choices=benches)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (3)")
    parser.add_argument("--seconds", type=int, default=60, help="how long the map's battle is played (60)")
    parser.add_argument("--save", action="store_true", help="keep the figures in tests/bench/results/")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds takes a number from 1")
    figures = benches[options.bench](options)
    if options.save:
        keep(options.bench, {"rounds": options.rounds, **figures})


if __name__ == "__main__":
    main()
