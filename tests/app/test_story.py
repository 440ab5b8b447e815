#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The training battle from the library to its result, by keyboard alone."""

import sys

from console import Failed, run, set_speed_alone, wait_for, wait_for_result


def elapsed(console):
    """Seconds of the battle, from the header ("+01:23")."""
    for name in console.names():
        if name.startswith("+") and ":" in name:
            minutes, seconds = name[1:].split(":")[-2:]
            return int(minutes) * 60 + int(seconds)
    return None


def story(console):
    # The library: the first card has the focus; Enter opens its briefing.
    wait_for("a card of the library", lambda: console.find(contains="Ford"))
    console.key("Return")
    wait_for("the briefing", lambda: console.find(role="button", contains="Start the Battle"))
    console.wait_name("Objectives")
    # The start button has the focus.
    wait_for("the focus on Start", lambda: console.find(role="button", contains="Start the Battle"))
    console.key("Return")
    wait_for("the order line", lambda: console.find(name="Order line"))
    if elapsed(console) != 0:
        raise Failed("a battle begins paused")

    # The order line has the focus.  A letter is a letter.
    console.type("kestrel, hold at delta zero three")
    console.wait_name("Kestrel, hold at D03")
    console.key("Return")
    console.wait_name("Kestrel, hold at D03")

    # F8 lets the time run; the order is said, and repeated.
    console.key("F8")
    wait_for("time to pass", lambda: (elapsed(console) or 0) > 0)
    console.wait_name("read back", 60)

    # F8 stops it.
    console.key("F8")
    before = wait_for("the clock", lambda: elapsed(console))
    console.type("situation")
    console.key("Return")
    console.wait_name("Console")
    if elapsed(console) - before > 2:
        raise Failed("the battle went on while paused")

    set_speed_alone(console)

    # Contacts by key, then faster until the end.
    console.key("F3")
    console.key("F2")
    console.key("ctrl+l")
    console.key("F8")
    for _ in range(4):
        console.key("ctrl+plus")
    wait_for_result(console)
    console.wait_name("People alive")
    if not any("died" in n or "Not Come Back" in n for n in console.names()):
        raise Failed("the result does not say who died")

    # Back to the library.
    console.key("Return")
    wait_for("the library", lambda: console.find(contains="Ford"))


if __name__ == "__main__":
    sys.exit(run(story))
