#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page through the accessibility tree: it is not empty, and all that can have the focus has
a name."""

import os
import sys

from console import Atspi, Failed, GLib, run, start_battle, wait_for, wait_for_briefing

LEAST_NODES = {"library": 15, "briefing": 20, "battle": 80, "preferences": 20, "shortcuts": 20, "glossary": 20}


def label_of(node):
    """Name, or what labels it, or for a container the text inside (a row of labels)."""
    if node.get_name():
        return node.get_name()
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return "(labelled)"
    return ""


def inside_named_control(console, node):
    """The toolkit builds a row of choices from a list that can not have the focus itself: the row
    has it, and the name."""
    parent = node.get_parent()
    for _ in range(6):
        if parent is None or parent.get_role_name() in ("frame", "application", "dialog"):
            return False
        if console.has_state(parent, Atspi.StateType.FOCUSABLE) and label_of(parent):
            return parent.get_role_name() in ("combo box", "list item")
        parent = parent.get_parent()
    return False


def check(console, page):
    nodes, unnamed = 0, []
    for node, _ in console.walk():
        try:
            nodes += 1
            if not console.has_state(node, Atspi.StateType.FOCUSABLE):
                continue
            if not console.has_state(node, Atspi.StateType.SHOWING):
                continue
            # Containers that pass the focus on are no stop of their own.
            if node.get_role_name() in ("scroll pane", "filler", "panel", "frame", "application"):
                continue
            if not label_of(node) and not inside_named_control(console, node):
                parent = node.get_parent()
                unnamed.append(f"{node.get_role_name()} in {parent and parent.get_role_name()}"
                               f" “{parent and parent.get_name()}”")
        except GLib.Error:
            continue
    print(f"{page}: {nodes} nodes, {len(unnamed)} focusable without a name")
    if nodes < LEAST_NODES[page]:
        raise Failed(f"{page}: only {nodes} nodes in the tree")
    if unnamed:
        raise Failed(f"{page}: focusable but unnamed: " + "; ".join(unnamed))


def put_bad_file():
    """A scenario of the person's own that does not load keeps its card and says why."""
    folder = os.path.join(os.environ["XDG_DATA_HOME"], "handler-one", "scenarios")
    os.makedirs(folder)
    with open(os.path.join(folder, "broken.json"), "w", encoding="utf-8") as file:
        file.write('{\n  "format": "handler-one/scenario",\n  "version": 1,\n  "wether": "rain"\n}\n')


def check_width(console, panel):
    """The edge of a panel is a value with a name, and moves the panel."""
    handle = wait_for(f"the edge of {panel}", lambda: console.find(name=f"Width of the {panel} panel"))
    value = handle.get_value_iface()
    least, now, most = value.get_minimum_value(), value.get_current_value(), value.get_maximum_value()
    print(f"{panel}: a {handle.get_role_name()} at {now:g}, from {least:g} to {most:g}")
    if not (0 < least < now < most and console.has_state(handle, Atspi.StateType.FOCUSABLE)):
        raise Failed(f"{panel}: its width can not be changed")
    value.set_current_value(now + 40)
    place = handle.get_parent().get_component_iface()
    wait_for(f"{panel} to be wider",
             lambda: abs(place.get_extents(Atspi.CoordType.WINDOW).width - now - 40) < 2)


def story(console):
    wait_for("a card of the library", lambda: console.find(contains="Ford"))
    wait_for("the card of the broken file", lambda: console.find(contains="broken"))
    console.wait_name("line 4")
    check(console, "library")
    console.key("ctrl+comma")
    wait_for("preferences", lambda: console.find(contains="Volume"))
    check(console, "preferences")
    console.key("Escape")
    console.key("F1")
    wait_for("shortcuts", lambda: console.find(contains="Order line"))
    check(console, "shortcuts")
    console.key("Escape")
    console.key("F10")
    console.key("y")
    wait_for("the glossary", lambda: console.find(contains="Error Ellipse"))
    check(console, "glossary")
    console.key("Escape")
    # The note about what the story tells of is closed once, and stops nothing until then.
    console.press("Understood")
    wait_for("the note to go", lambda: console.find(role="button", name="Understood") is None)
    wait_for("the library again", lambda: console.find(contains="Ford"))
    console.key("Return")
    wait_for_briefing(console)
    check(console, "briefing")
    start_battle(console)
    console.key("F8")
    for _ in range(2):
        console.key("ctrl+plus")
    wait_for("an alert or a caption", lambda: console.find(contains="desk"))
    check(console, "battle")
    for panel in ("squad", "comms"):
        check_width(console, panel)
    console.key("F3")
    check(console, "battle")


if __name__ == "__main__":
    put_bad_file()
    sys.exit(run(story))
