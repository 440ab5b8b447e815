#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tape is killed at any moment: what was told to be on it is there, but for its last second."""

import pathlib
import random
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
# What a page, a codec's frames and a busy machine may cost.
TAIL_S = 1.5


def kill_one(wait_s):
    with tempfile.TemporaryDirectory() as folder:
        begin = time.monotonic()
        child = subprocess.Popen([PROGRAM, "--record", folder], stdout=subprocess.PIPE, text=True)
        first = child.stdout.readline()
        lines = [first]
        time.sleep(wait_s)
        child.kill()
        lines += child.communicate()[0].splitlines()
        assert first, "nothing was taped"
        places = [tuple(map(int, line.split())) for line in lines if line.strip()]
        checked = subprocess.run([PROGRAM, "--check", folder], capture_output=True, text=True, check=False)
        if checked.returncode != 0:
            sys.exit(f"killed after {wait_s:.3f} s: {checked.stderr}")
        seconds = [tuple(map(float, line.split())) for line in checked.stdout.splitlines()]
        return time.monotonic() - begin, places, seconds


def main():
    chance = random.Random("kills")
    for _ in range(int(sys.argv[2])):
        wait_s = chance.uniform(0.0, 6.0)
        _, places, seconds = kill_one(wait_s)
        segment, at_ms, _ = places[-1]
        if len(seconds) < segment:
            # Not even the file's head: then there was no more than a tail.
            if wait_s > TAIL_S:
                sys.exit(f"killed after {wait_s:.3f} s: no segment {segment}")
            continue
        length, rms = seconds[-1]
        if length < at_ms / 1000 - TAIL_S or length < wait_s - TAIL_S:
            sys.exit(f"killed after {wait_s:.3f} s: only {length:.3f} s, but told of {at_ms} ms")
        if length > 1 and rms < 0.01:
            sys.exit(f"killed after {wait_s:.3f} s: silent")


main()
