#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A battle that is kept is killed at any moment: it can be gone on with, it is the battle that was played, and
no order of more than five seconds before is missing.

usage: test_kills.py KEEP-BATTLE NUMBER
"""

import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

PROGRAM, KILLS = sys.argv[1], int(sys.argv[2])
LATEST_S = 5


def look(folder):
    done = subprocess.run([PROGRAM, "look", folder], capture_output=True, text=True, check=False, timeout=120)
    if done.returncode != 0:
        raise AssertionError(f"{done.stdout}\n{done.stderr}")
    return [line.split(" ", 1) for line in done.stdout.splitlines()]


class Kills(unittest.TestCase):
    def play(self, folder, after_s):
        """Orders with the time at which they were given, and the time of the kill."""
        given = []
        with subprocess.Popen([PROGRAM, "play", folder, "100"], stdout=subprocess.PIPE, text=True) as process:
            def read():
                for line in process.stdout:
                    given.append((line.split()[1], time.monotonic()))
            reader = threading.Thread(target=read)
            reader.start()
            deadline = time.monotonic() + 60
            while not given and time.monotonic() < deadline:
                time.sleep(0.01)
            time.sleep(after_s)
            killed = time.monotonic()
            process.send_signal(signal.SIGKILL)
            process.wait()
            reader.join()
        return given, killed

    def test_kills(self):
        chance = random.Random("kills")
        lost = orders = 0
        for _ in range(KILLS):
            with tempfile.TemporaryDirectory() as folder:
                given, killed = self.play(folder, chance.random() * 2 + 0.3)
                found = look(folder)
                kept = {value[0] for kind, *value in found if kind == "order"}
                self.assertNotIn("nothing", [kind for kind, *_ in found])
                self.assertNotIn("damaged", [kind for kind, *_ in found])
                missing = [when for order, when in given if order not in kept]
                for when in missing:
                    self.assertLessEqual(killed - when, LATEST_S)
                lost += len(missing)
                orders += len(given)
        self.assertGreater(orders, 5 * KILLS)
        # Of those too, hardly any is: they are written at once, and only a dying system waits for the disk.
        self.assertLess(lost, orders / 2)
        print(f"{KILLS} kills: {lost} of {orders} orders lost", file=sys.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
