#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where bearings are from, by keyboard alone: named, moved, asked about, kept when the battle is left; an order that names
nobody goes to whom is selected; the last words are asked for again; and the library says how the battle went."""

import sys
import time

from console import open_briefing, run, set_speed_alone, start_battle, wait_for, wait_for_result, wait_for_time


def say(console, text):
    console.key("ctrl+l")
    console.type(text)
    console.wait_name("A question: the console answers")  # all of it has been read
    console.key("Return")


def story(console):
    open_briefing(console)
    start_battle(console)

    # Named, moved by words, asked about.
    console.wait_name("Bearings from Mill Ford")
    say(console, "bearings from kestrel")
    console.wait_name("Bearings from Kestrel")
    console.wait_name("Bearings are from Kestrel now.")
    say(console, "how far is C05")
    console.wait_name("of Kestrel, bearing")

    # Who is selected is addressed; what is understood is shown before it is sent.
    console.key("F2")
    console.key("Down")
    console.key("ctrl+l")
    console.type("report")
    console.wait_name("who is selected")
    console.key("Return")
    wait_for("the order on the air",
             lambda: any("Handler One" in name and ", report" in name for name in console.names()))

    # The key for the last words; nothing was said so far, so it says why not.
    console.key("F5")
    console.key("a")
    console.wait_name("The caption can not be played again")

    # Left and gone on with.
    console.key("F8")
    wait_for_time(console, 5)
    console.key("F10")
    console.key("l")
    wait_for("the question", lambda: console.find(role="button", name="Leave")).get_action_iface().do_action(0)
    wait_for("a battle to go on with", lambda: any(name.startswith("Continue") for name in console.names()))
    for _ in range(3):
        console.key("Return")
        if console.find(name="Order line"):
            break
        time.sleep(1)
    console.wait_name("Bearings from Kestrel")
    say(console, "bearings from the objective")
    console.wait_name("Bearings from Mill Ford")

    # Fought to its end, the card says how it went.
    set_speed_alone(console)
    for _ in range(4):
        console.key("ctrl+plus")
    console.key("F8")
    wait_for_result(console)
    console.key("Return")
    console.wait_name("Last time")


if __name__ == "__main__":
    sys.exit(run(story))
