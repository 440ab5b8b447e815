#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another key for the pause, chosen, used in a battle and given back, by the keyboard alone; and letters that
are keys elsewhere are letters in the order line."""

import sys

from console import Atspi, Failed, GLib, open_briefing, run, start_battle, wait_for, wait_for_time

LETTERS = "nNoutprmcfl 123"


def focused(console, node=None):
    """What has the focus; what lies uppermost is looked at first."""
    node = node or console.root
    try:
        if console.has_state(node, Atspi.StateType.FOCUSED) \
                and console.has_state(node, Atspi.StateType.SHOWING):
            return node
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:
        return None
    for child in dict.fromkeys(reversed(children)):
        found = None if child is None else focused(console, child)
        if found is not None:
            return found
    return None


def go_to(console, key, wanted, limit=8):
    """Presses the key until what is wanted has the focus."""
    for _ in range(limit):
        node = focused(console)
        if node is not None and wanted(node):
            return node
        console.key(key)
    raise Failed(f"{key} does not lead where it should")


def open_keys(console):
    console.key("ctrl+comma")
    wait_for("the preferences", lambda: console.find(contains="Volume"))
    go_to(console, "shift+Tab", lambda node: node.get_role_name() == "page tab")
    go_to(console, "Right", lambda node: node.get_name() == "Keys")
    console.key("space")
    wait_for("the keys", lambda: console.find(contains="Reset All"))
    go_to(console, "Tab", lambda node: node.get_role_name() != "page tab")


def row_of_pause(console):
    return go_to(console, "Tab", lambda node: node.get_role_name() == "list item"
                 and node.get_name() == "Pause or go on")


def wait_for_words(console, words):
    row = row_of_pause(console)
    wait_for(f"“{words}” as the row's keys", lambda: row.get_description() == words)


def leave_preferences(console):
    """The first Escape may be for a message at the edge."""
    def gone():
        if console.find(contains="Reset All") is not None:
            console.key("Escape")
        return console.find(contains="Reset All") is None
    wait_for("the preferences to go", gone)


def choose(console):
    open_keys(console)
    row_of_pause(console)
    console.key("Return")
    wait_for("the question", lambda: console.find(contains="Press the new key"))
    console.key("w")
    wait_for("a refusal", lambda: console.find(contains="while you type"))
    console.key("shift+F8")
    wait_for_words(console, "Shift+F8")
    leave_preferences(console)


def order_text(console):
    line = focused(console)
    return Atspi.Text.get_text(line, 0, Atspi.Text.get_character_count(line))


def paused(console):
    return console.find(contains="lets it run") is not None


def pause(console, key):
    """It may have paused by itself meanwhile."""
    def stands():
        if not paused(console):
            console.key(key)
        return paused(console)
    wait_for("the battle to pause", stands)


def nothing(console, key):
    """The key does nothing to a battle that stands."""
    console.key(key)
    if not paused(console):
        raise Failed(f"{key} lets the battle run")


def story(console):
    open_briefing(console)
    start_battle(console)
    console.wait_name("paused: F8 lets it run")
    console.type(LETTERS)
    wait_for("the letters in the line", lambda: order_text(console) == LETTERS)
    console.key("Escape")
    console.key("Escape")
    choose(console)

    console.wait_name("paused: Shift+F8 lets it run")
    nothing(console, "F8")
    console.key("shift+F8")
    wait_for_time(console, 2)

    open_keys(console)
    go_to(console, "Tab", lambda node: node.get_name() == "Reset All")
    console.key("Return")
    leave_preferences(console)
    pause(console, "F8")
    nothing(console, "shift+F8")
    console.wait_name("paused: F8 lets it run")
    console.key("F8")
    wait_for("the battle to run", lambda: not paused(console))


if __name__ == "__main__":
    sys.exit(run(story))
