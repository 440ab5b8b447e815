#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three missions one after the other, from the library to their results, by keyboard alone: found by their
cards, ordered about by typed words and by the menu of the map, led to the end at sixty times their speed."""

import sys

from console import (Atspi, Failed, elapsed, run, set_speed_alone, start_battle, wait_for, wait_for_briefing,
                     wait_for_result, wait_for_time)

MISSIONS = (("The Ford at Sedge Mill", "Kestrel, hold at D03"),
            ("Three Hills", "First Platoon, report ammunition"),
            ("Bad Ground", "Second Platoon, hold at The Causeway"))


def focused(console):
    """Names of what has the focus and of what is in it."""
    for node, _ in console.walk():
        if console.has_state(node, Atspi.StateType.FOCUSED):
            return [each.get_name() or "" for each, _ in console.walk(node)]
    return []


def go_to_card(console, title):
    """With the arrow keys, from wherever the focus is among the cards."""
    console.key("Home")
    for _ in range(12):
        if any(title in name for name in focused(console)):
            return
        console.key("Right")
    raise Failed(f"no key leads to the card of “{title}”")


def play(console, title, order, is_first):
    go_to_card(console, title)
    console.key("Return")
    wait_for_briefing(console)
    console.wait_name(title)
    start_battle(console)
    if elapsed(console) != 0:
        raise Failed(f"{title} does not begin paused")
    console.type(order.lower())
    console.wait_name(order)
    console.key("Return")
    console.key("F8")
    wait_for_time(console)
    console.wait_name("read back", 60)

    # The menu of what can be ordered, from the map.
    console.key("F4")
    console.key("1")
    console.key("shift+F10")
    wait_for("the menu of the map", lambda: any("First Platoon, move to" in name for name in console.names()))
    console.key("Escape")
    if is_first:
        set_speed_alone(console)  # and so it stays
    console.key("ctrl+l")
    for _ in range(5):
        console.key("ctrl+plus")
    wait_for_result(console, 600)
    console.wait_name("People alive")
    console.key("Return")
    # The card that was played has the focus again.
    wait_for(f"the focus on “{title}”", lambda: any(title in name for name in focused(console)))


def story(console):
    wait_for("a card of the library", lambda: console.find(contains="Ford"))
    for number, (title, order) in enumerate(MISSIONS):
        play(console, title, order, number == 0)


if __name__ == "__main__":
    sys.exit(run(story))
