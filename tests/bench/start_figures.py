#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From start to first frame, peak memory and rest, of handler-one and of a program to compare with.

Runs on a display of its own: `tests/lib/run-under-xvfb tests/bench/start_figures.py ROUNDS` prints
one line of JSON; `./dev bench start` does that.  The display tells what is drawn (X's extension
DAMAGE), so that nothing is asked of the programs.
"""

import ctypes
import json
import os
import select
import statistics
import subprocess
import sys
import time

PROGRAMS = {"handler-one": ["handler-one"], "adwaita-1-demo": ["adwaita-1-demo"]}
LATEST_S = 60
SETTLE_S = 3.0  # what is read and made after the first frame
REST_S = 4.0


class DamageEvent(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                ("display", ctypes.c_void_p), ("drawable", ctypes.c_ulong), ("damage", ctypes.c_ulong),
                ("level", ctypes.c_int), ("more", ctypes.c_int), ("timestamp", ctypes.c_ulong),
                ("x", ctypes.c_short), ("y", ctypes.c_short),
                ("width", ctypes.c_ushort), ("height", ctypes.c_ushort),
                ("padding", ctypes.c_char * 192)]


class Frames:
    """What is drawn anywhere on the display."""

    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        damage = ctypes.CDLL("libXdamage.so.1")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        if not self.display:
            sys.exit("there is no display")
        base, error = ctypes.c_int(), ctypes.c_int()
        if not damage.XDamageQueryExtension(self.display, ctypes.byref(base), ctypes.byref(error)):
            sys.exit("the display does not tell what is drawn")
        root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))
        damage.XDamageCreate(self.display, root, 0)  # each rectangle as it is
        self.x11.XSync(self.display, 0)
        self.kind, self.event = base.value, DamageEvent()

    def count_for(self, seconds, most=None):
        """Frames of so many seconds; comes back once there were `most`."""
        end, count, last = time.monotonic() + seconds, 0, 0.0
        while (left := end - time.monotonic()) > 0 and (most is None or count < most):
            if not self.x11.XPending(self.display):
                select.select([self.x11.XConnectionNumber(self.display)], [], [], left)
                continue
            self.x11.XNextEvent(self.display, ctypes.byref(self.event))
            # What follows at once belongs to the same frame; a pixel is what GTK begins a window with.
            now = time.monotonic()
            if self.event.type == self.kind and self.event.width * self.event.height > 1:
                count += now - last > 0.004
                last = now
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


def run(command, frames):
    frames.count_for(0.5)  # what the one before has left
    begun = time.monotonic()
    process = subprocess.Popen(command, env={**os.environ, "G_DEBUG": ""}, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
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
    process.wait()
    return figures


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    frames = Frames()
    for command in PROGRAMS.values():
        run(command, frames)  # files come into memory, caches are written
    runs = {name: [] for name in PROGRAMS}
    for _ in range(rounds):
        for name, command in PROGRAMS.items():
            runs[name].append(run(command, frames))
    print(json.dumps({name: {key: statistics.median(each[key] for each in figures) for key in figures[0]}
                      for name, figures in runs.items()}))


if __name__ == "__main__":
    main()
