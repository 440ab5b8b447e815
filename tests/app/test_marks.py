#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks by keyboard alone: set on the map, found in the list, renamed, deleted, taken back; a line of
the pencil; and a prepared order."""

import sys

from console import open_briefing, run, start_battle, wait_for


def gone(console, text):
    wait_for(f"“{text}” to go", lambda: not any(text in name for name in console.names()))


def story(console):
    open_briefing(console)
    start_battle(console)

    # On the map, at the crosshair; the words stand in the order line, to be changed or sent.
    console.key("F4")
    console.key("shift+Right")
    console.key("m")
    console.key("Return")
    console.wait_name("nchor is at")

    # In the list, with its place.
    console.key("shift+F3")
    console.wait_name("Mark anchor at")
    console.key("Down")
    console.key("Menu")
    for _ in range(2):
        console.key("Down")
    console.key("Return")
    wait_for("the dialog", lambda: console.find(contains="Rename the Mark"))
    console.key("ctrl+a")
    console.type("kestrel")
    console.wait_name("means something already")
    console.key("ctrl+a")
    console.type("old mill")
    console.key("Return")
    console.wait_name("Mark old mill at")

    # Deleted, and back.
    console.key("shift+F3")
    console.key("Down")
    console.key("Delete")
    gone(console, "Mark old mill at")
    console.press("Undo")
    console.wait_name("Mark old mill at")

    # A line of the pencil by keys: in the list, rubbed out, back by button and by key.
    line = "Pencil line, blue, dashed, from"
    console.key("F4")
    console.key("p")
    console.key("i")
    console.key("shift+Right")
    console.key("Return")
    console.key("shift+Up")
    console.key("Return")
    console.key("Escape")
    console.key("shift+F3")
    console.wait_name(line)
    console.key("F4")
    console.key("Delete")
    gone(console, line)
    console.press("Undo")
    console.wait_name(line)
    console.key("F4")
    console.key("ctrl+z")
    gone(console, line)
    console.key("ctrl+shift+z")
    console.wait_name(line)
    console.key("Escape")
    console.key("Escape")

    # It is a place in orders.
    console.key("ctrl+l")
    console.type("kestrel, move to old mill, on mark 2")
    console.key("Return")
    console.key("F8")
    console.wait_name("Prepared for mark 2: Kestrel, move to", 90)


if __name__ == "__main__":
    sys.exit(run(story))
