#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A battle led by sentences alone, as a person types them: every one is understood and has its life."""

import json
import os
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]

# Second of the battle, what is typed, what it means, and what becomes of it: states that must be there, in
# that order (besides entered, which all have).
SAID = "spoken", "heard", "read-back"
PLAN = [
    (2, "Merlin, report your ammo", "Merlin, report ammunition", SAID + ("begun", "done")),
    (14, "Second Platoon, dig in at Harrow, facing north, please",
     "Second Platoon, hold at Harrow, facing north", SAID + ("waiting", "begun")),
    (26, "Handler One to Third Platoon, watch the East Ford", "Third Platoon, overwatch at East Ford",
     SAID + ("waiting", "begun")),
    (38, "First Platoon, expect track one from the north", "First Platoon, expect T01, from north",
     SAID + ("begun", "done")),
    (50, "Osprey, go and see what is at Mill Bridge, carefully", "Osprey, scout to Mill Bridge, careful",
     SAID + ("waiting", "begun")),
    (62, "Stoat, sneak to Sheep Hill in two minutes", "Stoat, move to Sheep Hill, hidden, in 2 minutes",
     SAID + ("waiting", "begun")),
    (74, "Third Platoon, fall back to Point 88 on my mark", "Third Platoon, fall back to Point 88, on mark 1",
     SAID + ("waiting", "begun")),
    (86, "Harrier, listen", "Harrier, listen", SAID + ("waiting", "begun", "done")),
    (104, "Magpie, bring ammo to Merlin", "Magpie, resupply Merlin", SAID),
    (116, "Badger, promise resupply in ten minutes", "Badger, promise resupply within 10 minutes",
     SAID + ("begun",)),
    (128, "everyone, keep it short", "All units, net short", ("spoken", "heard", "done")),
    (140, "Osprey, come back to Beacon Hill as fast as you can", "Osprey, move to Beacon Hill, fast",
     SAID + ("waiting", "begun")),
    (152, "Otter, don't shoot", "Otter, cease fire", SAID + ("begun", "done")),
    (164, "Otter, belay that", "Otter, cancel", SAID + ("begun", "done")),
    (176, "Alder and Juniper, stick with Rowan", "Alder and Juniper, follow Rowan", ("spoken", "heard")),
    (188, "say again, Harrier", "Harrier, say again", ("spoken", "heard")),
    (200, "mark one", "All units, mark 1", ("spoken", "heard", "begun", "done")),
    (212, "artillery on Cold Farm", "Interceptors, fire on Cold Farm", ("spoken", "heard")),
    (224, "Badger, where are you?", "Badger, report position", SAID + ("begun", "done")),
    (236, "sync leaders", "All units, sync leaders", ("spoken", "heard", "done")),
    (262, "listen to Third Platoon", "Listen in to Third Platoon", ("done",)),
    (264, "stop listening in", "Listen in off", ("done",)),
    (276, "First Platoon, use your own judgement", "First Platoon, free hand", ("spoken", "heard")),
]


def write_orders(folder):
    path = os.path.join(folder, "said.json")
    orders = [{"at_s": at, "say": say} for at, say, _, _ in PLAN]
    with open(path, "w", encoding="utf-8") as out:
        json.dump({"format": "handler-one/orders", "version": 1, "orders": orders}, out)
    return path


def fight(path):
    done = subprocess.run(
        [PROGRAM, "simulate", "three-hills", "--orders", path, "--json", "--orders-log", "--until", "420"],
        capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != 0:
        sys.exit(f"simulate: {done.returncode}: {done.stderr}")
    if done.stderr.strip():
        sys.exit(f"not understood: {done.stderr}")
    return json.loads(done.stdout)


def follows(states, wanted):
    """Are these states there in this order, whatever stands between?"""
    rest = iter(states)
    return all(state in rest for state in wanted)


def check(result):
    log = result["orders_log"]
    expected = [(at, means, life) for at, _, means, life in PLAN]
    wrong = []
    if len(log) != len(expected):
        wrong.append(f"{len(log)} orders of {len(expected)}")
    for order, (at, means, life) in zip(log, expected):
        changes = order["changes"]
        states = [change["state"] for change in changes]
        ticks = [change["tick"] for change in changes]
        if order["text"] != means:
            wrong.append(f"“{order['text']}” is not “{means}”")
        if states[0] != "entered" or abs(changes[0]["t_s"] - at) > 1:
            wrong.append(f"{means}: entered at {changes[0]['t_s']}, not {at}")
        if not follows(states[1:], life):
            wrong.append(f"{means}: {states}, not {life}")
        if ticks != sorted(ticks):
            wrong.append(f"{means}: out of order: {ticks}")
        if any(c["state"] == "waiting" and c["cause"] == "none" for c in changes):
            wrong.append(f"{means}: waits without a cause")
    return wrong


def at_of(result, text, state):
    order = next(each for each in result["orders_log"] if each["text"] == text)
    return next(change["t_s"] for change in order["changes"] if change["state"] == state)


def check_times(result):
    """What was to be begun later is, and all that waited for the mark begin with it."""
    timed = "Stoat, move to Sheep Hill, hidden, in 2 minutes"
    wait = at_of(result, timed, "begun") - at_of(result, timed, "spoken")
    mark = at_of(result, "All units, mark 1", "begun")
    after = at_of(result, "Third Platoon, fall back to Point 88, on mark 1", "begun") - mark
    wrong = []
    if not 120 <= wait <= 124:
        wrong.append(f"begun after {wait} s, not two minutes")
    if not 0 <= after <= 3:
        wrong.append(f"begun {after} s after the mark")
    return wrong


def main():
    with tempfile.TemporaryDirectory() as folder:
        result = fight(write_orders(folder))
    wrong = check(result) + check_times(result)
    if wrong:
        sys.exit("\n".join(wrong))


main()
