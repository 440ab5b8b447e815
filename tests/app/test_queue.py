#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders that wait for air, put to rights by keyboard alone: sooner, deleted, taken back, and in words."""

import sys

from console import Failed, open_briefing, run, start_battle, wait_for


def give(console, words):
    console.type(words)
    console.key("Return")


def rows(console):
    """The names of the rows that wait, from top to bottom."""
    waiting = console.find(name="Orders that wait for air")
    return [node.get_name() for node, _ in console.walk(waiting)
            if node.get_role_name() == "list item"] if waiting else []


def wait_rows(console, *wanted):
    wait_for(f"the rows {wanted}", lambda: rows(console) == list(wanted))


def story(console):
    open_briefing(console)
    start_battle(console)

    # Time stands still: what is given waits, and the list appears.
    for who in ("kestrel", "heron", "plover"):
        give(console, f"{who}, hold")
    wait_for("the list", lambda: console.find(name="Orders that wait for air"))
    wait_rows(console, "Kestrel, hold", "Heron, hold", "Plover, hold")

    # F7 goes to it; Ctrl+Up says one sooner, and keeps the focus on it.
    console.key("F7")
    console.key("Down")
    console.key("ctrl+Up")
    wait_rows(console, "Heron, hold", "Kestrel, hold", "Plover, hold")

    # Delete, and go on with the next, which has the focus then.
    console.key("Delete")
    wait_rows(console, "Kestrel, hold", "Plover, hold")
    wait_for("the way back", lambda: console.find(role="button", contains="Undo"))
    console.key("Delete")
    wait_rows(console, "Plover, hold")

    # In words.
    console.key("ctrl+l")
    give(console, "queue")
    console.wait_name("1: Plover, hold")
    give(console, "never mind")
    console.wait_name("Not said")
    wait_for("an empty list", lambda: not console.find(name="Orders that wait for air"))

    # What was deleted is never said, what is given after it is.
    give(console, "magpie, hold")
    console.key("F8")
    console.wait_name("read back", 60)
    console.wait_name("deleted")
    if console.find(contains="Plover, hold: heard"):
        raise Failed("a deleted order was heard")


if __name__ == "__main__":
    sys.exit(run(story))
