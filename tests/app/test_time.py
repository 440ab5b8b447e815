#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sets the time of a battle: the pacing rule, dialogs, a hidden window, emergencies that nobody reads."""

import subprocess
import sys
import time

from console import Failed, elapsed, open_briefing, run, start_battle, wait_for, wait_for_time


def stands(console):
    """The clock does not move for a second."""
    before = elapsed(console)
    time.sleep(1)
    return before is not None and elapsed(console) == before


def runs(console):
    return not stands(console)


def story(console):
    open_briefing(console)
    start_battle(console)
    console.wait_name("20×: quiet")

    # Half speed on request: the rule is no faster from then on.
    for _ in range(5):
        console.key("ctrl+minus")
    console.wait_name("½×: quiet")
    console.key("F8")
    wait_for_time(console)

    # A dialog stops it, and lets it go on.
    console.key("ctrl+comma")
    wait_for("the preferences", lambda: console.find(contains="Volume"))
    wait_for("the battle to stand", lambda: stands(console))
    console.key("Escape")
    wait_for("the battle to go on", lambda: runs(console))

    # So does one of the desktop's, for a file.
    console.key("ctrl+o")
    wait_for("the file dialog", lambda: console.find(contains="Open a Scenario, Replay or Save"))
    wait_for("the battle to stand", lambda: stands(console))
    console.key("Escape")
    wait_for("the battle to go on", lambda: runs(console))

    # A window that is minimised stops it for good; the display has no window manager: what one would say.
    subprocess.run(["xprop", "-id", console.window_id, "-f", "_NET_WM_STATE", "32a", "-set", "_NET_WM_STATE",
                    "_NET_WM_STATE_HIDDEN"], check=True)
    console.wait_name("Paused: the window was hidden")
    subprocess.run(["xprop", "-id", console.window_id, "-remove", "_NET_WM_STATE"], check=True)
    console.key("F8")
    wait_for("the battle to go on", lambda: runs(console))

    # A window that is hidden stops it for good, and says so.
    subprocess.run(["xdotool", "windowunmap", console.window_id], check=True)
    time.sleep(1)
    subprocess.run(["xdotool", "windowmap", "--sync", console.window_id], check=True)
    console.wait_name("Paused: the window was hidden")
    if not stands(console):
        raise Failed("a hidden window did not stop the battle")
    console.key("F8")
    wait_for("the battle to go on", lambda: runs(console))
    if any("was hidden" in name for name in console.names()):
        raise Failed("it says that it is paused while it goes on")

    # As fast as the rule lets her: it slows down by itself, and stops at the first contact, for this battle is
    # guided.
    for _ in range(5):
        console.key("ctrl+plus")
    console.wait_name("Paused: New contact", 60)
    if not stands(console):
        raise Failed("a decision did not stop a guided battle")
    if console.find(contains="20×: ") is not None:
        raise Failed("the rule did not slow down at a contact")
    console.key("F8")
    wait_for("the battle to go on", lambda: runs(console))


if __name__ == "__main__":
    sys.exit(run(story))
