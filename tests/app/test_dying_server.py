#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A battle in the window while the sound server dies, freezes and comes back again and again: the same battle.

usage: test_dying_server.py TEST-SAME-BATTLE    (with a display, as by run-under-xvfb)
"""

import os
import signal
import subprocess
import sys
import time

from sound_server import PulseAudio, end_with_parent


def disturb(server, turn):
    """One life of the server; it ends in one of three ways."""
    server.start()
    time.sleep(2.5)
    if turn % 3 == 1:
        server.signal(signal.SIGSTOP)
        time.sleep(3)
    if turn % 3 == 2:
        server.unload("alpha")
        time.sleep(1)
    server.kill()


def main():
    server = PulseAudio()
    wanted = {name: value for name, value in server.environment.items() if name.startswith("PULSE_")}
    battle = subprocess.Popen([sys.argv[1], "sound"], env=dict(os.environ, **wanted), preexec_fn=end_with_parent)
    turn = 0
    try:
        while battle.poll() is None:
            disturb(server, turn)
            turn += 1
    finally:
        server.stop()
    print(f"{turn} lives of the server", file=sys.stderr)
    return battle.returncode if turn > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
