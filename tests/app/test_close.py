#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window’s close button while a battle runs at its fastest: the program asks, then ends in order."""

import sys

from console import WAIT, run, wait_for


def press(console, name):
    """Sought anew each time: the page it stands on goes when the battle ends."""
    def found_and_pressed():
        button = console.find(role="button", name=name)
        return button is not None and button.get_action_iface().do_action(0)
    wait_for(f"the button “{name}”", lambda: has_ended(console) or found_and_pressed())


def has_ended(console):
    return console.process.poll() is not None


def time_passed(console):
    """The clock in the header has moved, or has gone with a battle that is over already."""
    return not any(name.startswith("+00:0") for name in console.names())


def story(console):
    wait_for("a card of the library", lambda: console.find(contains="Ford"))
    console.key("Return")
    wait_for("the briefing", lambda: console.find(role="button", contains="Start the Battle"))
    console.key("Return")
    wait_for("the order line", lambda: console.find(name="Order line"))

    # As fast as it goes, and shut in the midst of it.
    for _ in range(5):
        console.key("ctrl+plus")
    wait_for("the speed", lambda: console.find(contains="60"))
    console.key("F8")
    wait_for("time to pass", lambda: time_passed(console))
    press(console, "Close")
    # A battle that has ended by then is left without a question.
    press(console, "Leave")
    wait_for("the end of the program", lambda: has_ended(console), 2 * WAIT)


if __name__ == "__main__":
    sys.exit(run(story))
