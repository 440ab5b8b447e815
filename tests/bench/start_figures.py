#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From start to first frame, peak memory and rest, of handler-one and of a program to compare with.

Runs on a display of its own: `tests/lib/run-under-xvfb tests/bench/start_figures.py ROUNDS` prints
one line of JSON; `./dev bench start` does that.  GTK itself tells when a frame was drawn
(GDK_DEBUG=frames), to both programs alike.
"""

import json
import os
import selectors
import statistics
import subprocess
import sys
import time

PROGRAMS = {"handler-one": ["handler-one"], "adwaita-1-demo": ["adwaita-1-demo"]}
LATEST_S = 60
SETTLE_S = 3.0  # what is read and made after the first frame
REST_S = 4.0


class Frames:
    """Lines that a program prints, one for each frame."""

    def __init__(self, process):
        self.stream = process.stderr
        os.set_blocking(self.stream.fileno(), False)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.stream, selectors.EVENT_READ)
        self.rest = b""

    def count_for(self, seconds, most=None):
        """Frames of so many seconds; comes back once there were `most`."""
        end, count = time.monotonic() + seconds, 0
        while (left := end - time.monotonic()) > 0 and (most is None or count < most):
            if self.selector.select(left):
                data = self.stream.read() or b""
                if not data:
                    sys.exit("the program has ended")
                *lines, self.rest = (self.rest + data).split(b"\n")
                count += sum(b"interval=" in line or b"layout_start=" in line for line in lines)
        return count


def processor_s(pid):
    fields = open(f"/proc/{pid}/stat", encoding="ascii").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_kib(pid):
    values = {}
    with open(f"/proc/{pid}/status", encoding="ascii") as lines:
        for line in lines:
            name, _, value = line.partition(":")
            if name in ("VmHWM", "RssAnon"):
                values[name] = int(value.split()[0])
    return values


def run(command):
    environment = {**os.environ, "GDK_DEBUG": os.environ.get("GDK_DEBUG", "no-portals") + ",frames",
                   "G_DEBUG": "", "HANDLER_ONE_SOUND": ""}
    begun = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    frames = Frames(process)
    if frames.count_for(LATEST_S, most=1) == 0:
        sys.exit(f"{command[0]} showed no frame")
    first = time.monotonic() - begun
    frames.count_for(SETTLE_S)
    before = processor_s(process.pid)
    drawn = frames.count_for(REST_S)
    figures = {"first_frame_s": first, "rest_frames": drawn,
               "rest_processor_percent": 100 * (processor_s(process.pid) - before) / REST_S}
    memory = memory_kib(process.pid)
    figures["peak_mib"] = memory["VmHWM"] / 1024
    figures["own_mib"] = memory["RssAnon"] / 1024
    process.terminate()
    process.communicate()
    return figures


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    for command in PROGRAMS.values():
        run(command)  # files come into memory, caches are written
    runs = {name: [] for name in PROGRAMS}
    for _ in range(rounds):
        for name, command in PROGRAMS.items():
            runs[name].append(run(command))
    print(json.dumps({name: {key: statistics.median(each[key] for each in figures) for key in figures[0]}
                      for name, figures in runs.items()}))


if __name__ == "__main__":
    main()
