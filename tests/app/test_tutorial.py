#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tutorial from the library to its review, by keyboard alone: steps done, one said again, one skipped, left and
gone on with."""

import sys

from console import Failed, run, set_speed_alone, start_battle, wait_for, wait_for_briefing


def open_tutorial(console):
    wait_for("the tutorial's card", lambda: console.find(contains="Three Fords"))
    console.key("Home")
    console.key("Right")
    console.key("Return")
    wait_for_briefing(console)
    console.wait_name("Nine steps")


def go_on(console):
    """Whatever has stopped the battle: on."""
    if any(name.startswith("Paused: ") for name in console.names()):
        console.key("F8")


def say(console, text):
    console.key("ctrl+l")
    console.key("ctrl+a")
    console.type(text)
    console.key("Return")


def wait_for_step(console, number, limit=90):
    """The panel shows it, with time let run until then."""
    def there():
        if any(name.startswith(f"Step {number} of 9") for name in console.names()):
            return True
        go_on(console)
        return False
    wait_for(f"step {number}", there, limit)


def wait_for_words(console, words, limit=90):
    def there():
        if any(words in name for name in console.names()):
            return True
        go_on(console)
        return False
    wait_for(f"“{words}”", there, limit)


def press(console, label):
    """A button of the panel, which Shift+F1 leads to, with Tab from one to the next."""
    buttons = ("Let Time Run (F8)", "Say Again", "Listen", "Skip Step", "Leave Tutorial")
    console.key("shift+F1")
    for _ in range(len(buttons)):
        focused = wait_for("the focus in the panel",
                           lambda: next((b for b in buttons if b == console.find_focused()), None))
        if focused == label:
            console.key("space")
            return
        console.key("Tab")
        wait_for("the focus to go on", lambda: console.find_focused() != focused)
    raise Failed(f"no key leads to the button “{label}”")


def story(console):
    open_tutorial(console)
    start_battle(console)
    console.wait_name("Step 1 of 9: Hear a report")
    set_speed_alone(console)
    for _ in range(4):
        console.key("ctrl+plus")

    # Said again, in other words, and back.
    press(console, "Say Again")
    console.wait_name("Words arrive in Comms")
    press(console, "Say Again")
    console.wait_name("Wait until you are told something")

    console.key("F8")
    wait_for_words(console, "Curlew")
    say(console, "situation")
    wait_for_step(console, 2)
    console.wait_name("That is your map")

    # Left, and gone on with where it was.
    press(console, "Leave Tutorial")
    wait_for("the panel to go", lambda: not any(n.startswith("Step 2") for n in console.names()))
    console.key("shift+F1")
    console.wait_name("Step 2 of 9")

    say(console, "Second Platoon, scout to C05 careful")
    wait_for_step(console, 3)
    wait_for_words(console, "T01")
    say(console, "read track 1")
    say(console, "Second Platoon, report contact")
    wait_for_step(console, 4)
    say(console, "Second Platoon, fall back to Point 12")
    wait_for_step(console, 5)
    say(console, "First Platoon, expect track 1 from the east")
    wait_for_step(console, 6)
    wait_for_words(console, "no word")
    say(console, "who is silent")
    wait_for_step(console, 7)
    press(console, "Skip Step")
    wait_for_step(console, 8)
    say(console, "Teal, rescue Siskin")
    say(console, "First Platoon, promise resupply in 10 minutes")
    say(console, "Otter, resupply First Platoon")
    wait_for_step(console, 9)
    say(console, "all units, fall back to Depot")
    wait_for_words(console, "Nobody died.", 180)

    # The review: belief beside truth, and another moment by key.
    console.press("Review…")
    console.wait_name("Believed: ")
    console.wait_name("True: ")
    console.key("End")
    end = [name for name in console.names() if "True: " in name]
    console.key("Home")
    wait_for("another moment", lambda: [n for n in console.names() if "True: " in n] != end)
    console.key("Escape")
    wait_for("the result", lambda: console.find(role="button", contains="Again"))


if __name__ == "__main__":
    sys.exit(run(story))
