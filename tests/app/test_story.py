#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The training battle from the library to its result, by keyboard alone."""

import sys

from console import (Failed, elapsed, open_briefing, run, set_speed_alone, start_battle, wait_for, wait_for_result,
                     wait_for_time)


def story(console):
    # The library: the first card has the focus; Enter opens its briefing.
    open_briefing(console)
    console.wait_name("Objectives")
    # The start button has the focus.
    wait_for("the focus on Start", lambda: console.find(role="button", contains="Start the Battle"))
    start_battle(console)
    if elapsed(console) != 0:
        raise Failed("a battle begins paused")

    # The order line has the focus.  A letter is a letter.
    console.type("kestrel, hold at delta zero three")
    console.wait_name("Kestrel, hold at D03")
    console.key("Return")
    console.wait_name("Kestrel, hold at D03")

    # F8 lets the time run; the order is said, and repeated.
    console.key("F8")
    wait_for_time(console)
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
