#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each system call with which an autosave is kept fails, once or from then on, or the program is killed in it:
the one before or the new one can be gone on with, what failed is told, and nothing is left behind.

usage: test_faults.py KEEP-BATTLE STRACE STEP

STEP: one in so many cases is tried.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM, STRACE, STEP = sys.argv[1], sys.argv[2], int(sys.argv[3])
MARK = "/handler-one-begins-here"
ERRORS = ["ENOSPC", "EIO", "EROFS", "EACCES", "EMFILE"]
# That fail harmlessly, or not at all in life: what comes of them is no matter of ours.
LEFT_OUT = {"mmap", "munmap", "mprotect", "brk", "futex", "exit_group", "access", "rt_sigprocmask", "getrandom",
            "clock_nanosleep", "madvise", "close"}


class Faults(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.before = self.folder / "before"
        self.before.mkdir()
        for _ in range(2):
            subprocess.run([PROGRAM, "once", self.before], check=True, timeout=60)

    def look(self, saves):
        done = subprocess.run([PROGRAM, "look", saves], capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.splitlines()

    def traced(self, saves, *options):
        return subprocess.run([STRACE, "-f", "-qq", "-o", self.folder / "log", *options, PROGRAM, "once", saves],
                              capture_output=True, text=True, check=False, timeout=60)

    def calls(self):
        """Name and number (among its own kind in all of the run) of each call behind the mark."""
        saves = self.fresh()
        self.assertEqual(self.traced(saves).returncode, 0)
        counts, found, begun = {}, [], False
        for line in (self.folder / "log").read_text(errors="replace").splitlines():
            match = re.match(r"\d+ +(\w+)\(", line)
            if match is None:
                continue
            name = match.group(1)
            counts[name] = counts.get(name, 0) + 1
            if begun and name not in LEFT_OUT:
                found.append((name, counts[name]))
            begun = begun or MARK in line
        return found

    def fresh(self):
        saves = self.folder / "saves"
        if saves.exists():
            shutil.rmtree(saves)
        shutil.copytree(self.before, saves)
        return saves

    def check(self, saves, what):
        """Of what is left at least one that was there before, or the new one, goes on."""
        found = self.look(saves)
        self.assertIn("tick 77", found, what)
        left = [path.name for path in saves.iterdir()
                if not re.fullmatch(r"\.lock|autosave-[1-8]\.h1(save|journal)", path.name)]
        self.assertEqual(left, [], what)
        name = "autosave-2.h1save"  # the newest of those before
        self.assertEqual((saves / name).read_bytes(), (self.before / name).read_bytes(), what)

    def is_new(self, saves):
        return any(not (self.before / path.name).exists() or
                   path.read_bytes() != (self.before / path.name).read_bytes() for path in saves.glob("*.h1save"))

    def test_faults(self):
        calls = self.calls()
        self.assertGreater(len(calls), 20)
        cases = [(name, number, error, more) for i, (name, number) in enumerate(calls)
                 for j, error in enumerate(ERRORS) for more in ("", "+")]
        told = 0
        for name, number, error, more in cases[::STEP]:
            saves = self.fresh()
            done = self.traced(saves, "-e", f"inject={name}:error={error}:when={number}{more}")
            what = f"{name} {number}{more} {error}: {done.stdout} {done.stderr}"
            self.assertEqual(done.returncode, 0, what)
            self.check(saves, what)
            told += "failed" in done.stdout
            if not self.is_new(saves):
                self.assertIn("failed", done.stdout, what)
        self.assertGreater(told, len(cases[::STEP]) // 20)
        print(f"{len(cases[::STEP])} faults in {len(calls)} calls, {told} told", file=sys.stderr)

    def test_kills(self):
        calls = self.calls()
        for name, number in calls[::max(1, STEP // 5)]:
            saves = self.fresh()
            self.traced(saves, "-e", f"inject={name}:signal=KILL:when={number}")
            self.check(saves, f"killed in {name} {number}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
