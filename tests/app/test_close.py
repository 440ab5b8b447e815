#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window’s close button while a battle runs at its fastest: the program asks, then ends in order."""

import sys

from console import WAIT, open_briefing, run, start_battle, wait_for


def has_ended(console):
    return console.process.poll() is not None


def time_passed(console):
    """The clock in the header has moved, or has gone with a battle that is over already."""
    return not any(name.startswith("+00:0") for name in console.names())


def story(console):
    open_briefing(console)
    start_battle(console)

    # As fast as it goes, and shut in the midst of it.
    for _ in range(5):
        console.key("ctrl+plus")
    wait_for("the speed", lambda: console.find(contains="60"))
    console.key("F8")
    wait_for("time to pass", lambda: time_passed(console))
    console.press("Close", lambda: has_ended(console))
    # A battle that has ended by then is left without a question.
    console.press("Leave", lambda: has_ended(console))
    wait_for("the end of the program", lambda: has_ended(console), 2 * WAIT)


if __name__ == "__main__":
    sys.exit(run(story))
