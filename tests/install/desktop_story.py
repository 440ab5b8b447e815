#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed program as the desktop uses it: found by its desktop file, started by the session bus,
handed files by their kind.  Run by test_installed.py under run-under-xvfb.

usage: desktop_story.py REPLAY SCENARIO
"""

import os
import pathlib
import signal
import sys
import types

from console import Console, Failed, wait_for

from gi.repository import Gio, GLib  # after console, which chooses what is fatal

ID = "io.github.handlerone.HandlerOne"


def owner():
    """Process that owns the program's name on the bus, or None."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    try:
        return bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus",
                             "GetConnectionUnixProcessID", GLib.Variant("(s)", (ID,)), None,
                             Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
    except GLib.Error:
        return None


class Activated(Console):
    """The console of a program that the bus has started."""

    def __init__(self):  # pylint: disable=super-init-not-called
        pid = wait_for("the program on the bus", owner)
        self.process = types.SimpleNamespace(pid=pid, poll=lambda: None)
        self.root = wait_for("the program in the accessibility tree", self._find)
        self.window_id = wait_for("the window on the display", self._find_window)


def check_kinds(replay, save, scenario):
    for path, kind in ((replay, "application/vnd.handlerone.replay"),
                       (save, "application/vnd.handlerone.save"),
                       (scenario, "application/vnd.handlerone.scenario+json")):
        found, _ = Gio.content_type_guess(path, None)
        if found != kind:
            raise Failed(f"{path} is taken for {found}")
        # And without its name, by what it holds.
        found, _ = Gio.content_type_guess(None, pathlib.Path(path).read_bytes()[:4096])
        if found != kind:
            raise Failed(f"the content of {path} is taken for {found}")
        chosen = Gio.AppInfo.get_default_for_type(kind, False)
        if chosen is None or chosen.get_id() != f"{ID}.desktop":
            raise Failed(f"{kind} is not opened with the program")
    if Gio.content_type_guess("notes.json", None)[0] != "application/json":
        raise Failed("the program takes every JSON file for its own")


def story(app, replay, save, scenario):
    # Some versions of the bindings do not bind this method to its object.
    Gio.DesktopAppInfo.launch_action(app, "training", None)
    console = Activated()
    console.wait_name("The Ford at Sedge Mill")
    wait_for("the briefing", lambda: console.find(role="button", contains="Start the Battle"))

    # A second start goes to the program that runs already.
    app.launch_uris([GLib.filename_to_uri(replay, None)], None)
    console.wait_name("Three Hills")
    console.wait_name("with its seed and difficulty")
    if owner() != console.process.pid:
        raise Failed("a second program was started")
    app.launch_uris([GLib.filename_to_uri(scenario, None)], None)
    console.wait_name("The Ford at Sedge Mill")

    # In a battle it asks first, and stays if told so.
    console.key("Return")
    wait_for("the order line", lambda: console.find(name="Order line"))
    app.launch_uris([GLib.filename_to_uri(replay, None)], None)
    console.wait_name("Leave the Battle?")
    console.key("Escape")
    wait_for("the question to go", lambda: not any("Leave the Battle?" in name
                                                   for name in console.names()))
    if console.find(name="Order line") is None:
        raise Failed("the battle was lost to a file from outside")
    app.launch_uris([GLib.filename_to_uri(replay, None)], None)
    leave = wait_for("the button Leave", lambda: console.find(role="button", name="Leave"))
    leave.get_action_iface().do_action(0)
    wait_for("the other briefing", lambda: console.find(role="button", contains="Start the Battle"))
    console.wait_name("Three Hills")

    # A save is gone on with at once.
    app.launch_uris([GLib.filename_to_uri(save, None)], None)
    wait_for("the order line", lambda: console.find(name="Order line"))
    console.wait_name("+00:05")

    os.kill(console.process.pid, signal.SIGTERM)
    wait_for("the program's end", lambda: owner() is None)


def main():
    replay, save, scenario = sys.argv[1:]
    app = Gio.DesktopAppInfo.new(f"{ID}.desktop")
    if app is None:
        raise Failed("the desktop file is not found")
    if Gio.ThemedIcon.new(ID).to_string() != app.get_icon().to_string():
        raise Failed("the desktop file has another icon")
    check_kinds(replay, save, scenario)
    story(app, replay, save, scenario)
    print("done")


if __name__ == "__main__":
    try:
        main()
    except Failed as failure:
        sys.exit(f"desktop_story: {failure}")
