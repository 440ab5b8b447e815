#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Squad and comms in windows of their own, by real keys: what is read there has names, keys act there as in the main
window, and the order line is where it was."""

import subprocess
import sys
import time

from console import (Atspi, Failed, GLib, find_window, focus_window, has_main_focus, open_briefing, run, start_battle,
                     wait_for)
from test_accessibility import check


def key(window, *names):
    focus_window(window)
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)
    time.sleep(0.15)


def place(window, x, width):
    """Beside the others: no window manager does it."""
    subprocess.run(["xdotool", "windowmove", "--sync", window, str(x), "0"], check=True)
    subprocess.run(["xdotool", "windowsize", window, str(width), "700"], check=True)


def typed(console):
    """What stands in the order line."""
    line = console.find(role="text", name="Order line")
    return Atspi.Text.get_text(line, 0, Atspi.Text.get_character_count(line)) if line is not None else ""


def focused_window(console):
    """The title of the window in which something has the keyboard."""
    for i in range(console.root.get_child_count()):
        frame = console.root.get_child_at_index(i)
        for node, _ in console.walk(frame):
            try:
                if console.has_state(node, Atspi.StateType.FOCUSED):
                    return frame.get_name()
            except GLib.Error:
                continue
    return None


def goes_on(console):
    """The battle is shown; what the library had the keyboard on may have led to the briefing first."""
    if console.find(role="button", contains="Start the Battle"):
        console.key("Return")
    return console.find(name="Order line")


def story(console):
    open_briefing(console)
    start_battle(console)
    console.key("shift+F2")
    squad = wait_for("the squad's window", lambda: find_window(console, "Squad"))
    console.key("shift+F5")
    comms = wait_for("the comms' window", lambda: find_window(console, "Comms"))
    place(squad, 800, 400)
    place(comms, 880, 400)
    check(console, "battle")

    # A list's keys: the selection, an order to it, which is typed in the main window.
    key(squad, "F2")
    key(squad, "Down")
    key(squad, "o")
    words = wait_for("the call sign in the order line", lambda: typed(console))
    if not words.endswith(", "):
        raise Failed(f"the order line has “{words}”")
    wait_for("the keyboard in the main window", lambda: has_main_focus(console))
    console.type("hold")
    console.key("Return")
    wait_for("the order among those that wait", lambda: console.find(contains="Waiting for Air"))

    # The queue is in the comms' window; its keys too.
    key(comms, "F7")
    key(comms, "Delete")
    wait_for("the queue to be empty", lambda: console.find(contains="Waiting for Air") is None)
    key(comms, "ctrl+l")
    wait_for("the order line", lambda: has_main_focus(console) and console.find_focused() == "Order line")

    # A dialog is asked for in one window and shown in the main one.
    key(comms, "ctrl+comma")
    wait_for("preferences", lambda: console.find(contains="Volume"))
    wait_for("the keyboard in the main window", lambda: has_main_focus(console))
    console.key("Escape")
    wait_for("preferences to go", lambda: console.find(contains="Volume") is None)

    # Closed, the panel is back; a battle that is left takes the other along.
    key(comms, "ctrl+w")
    wait_for("the comms' window to go", lambda: find_window(console, "Comms") is None)
    console.key("F5")
    wait_for("comms in the main window",
             lambda: focused_window(console) == "Handler One")
    console.key("F10")
    console.key("l")
    console.press("Leave")
    wait_for("the library", lambda: console.find(contains="Ford"))
    wait_for("the squad's window to go", lambda: find_window(console, "Squad") is None)

    # The next battle has them as they were left.
    wait_for("a card or the offer to go on", console.find_focused)
    console.key("Return")
    wait_for("the battle", lambda: goes_on(console))
    wait_for("the squad's window again", lambda: find_window(console, "Squad"))
    if find_window(console, "Comms") is not None:
        raise Failed("comms have a window that was closed")

    # The program ends with its main window.
    console.key("ctrl+w")
    console.press("Leave")
    wait_for("the end of the program", lambda: console.process.poll() is not None)


if __name__ == "__main__":
    sys.exit(run(story))
