# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's window as a person without sight has it: read through the accessibility tree,
driven by the keyboard.  Used by the tests beside this file, under tests/lib/run-under-xvfb."""

import os
import signal
import subprocess
import sys
import time

# Warnings of the program are fatal; those of this process, about accessibles that have just gone,
# are not.
FATAL = os.environ.pop("G_DEBUG", "fatal-warnings")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

WAIT = float(os.environ.get("HANDLER_ONE_TEST_WAIT", "30"))


class Failed(Exception):
    """What a person would have missed."""


def wait_for(what, condition, limit=WAIT):
    """The first true value of condition(); an accessible that goes away meanwhile is no answer."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        try:
            value = condition()
        except GLib.Error:
            value = None
        if value:
            return value
        time.sleep(0.1)
    raise Failed(f"waited {limit:g} s in vain for {what}")


class Console:
    def __init__(self, program, *arguments):
        env = dict(os.environ, HANDLER_ONE_SOUND="none", GTK_A11Y="atspi", G_DEBUG=FATAL)
        self.process = subprocess.Popen([program, *arguments], env=env)
        self.root = wait_for("the program in the accessibility tree", self._find)
        self.window_id = wait_for("the window on the display", self._find_window)

    def _find(self):
        if self.process.poll() is not None:
            raise Failed(f"the program ended with status {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() == self.process.pid \
                    and app.get_child_count() > 0:
                return app
        return None

    def _find_window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                str(self.process.pid)], capture_output=True, text=True)
        for window in found.stdout.split():
            focus = subprocess.run(["xdotool", "windowfocus", "--sync", window],
                                   capture_output=True, text=True)
            if focus.returncode == 0:
                return window
        return None

    # -- Reading --------------------------------------------------------------------------------

    def walk(self, node=None, depth=0):
        """Every accessible that is on view, with its depth."""
        node = node or self.root
        seen = []  # pages that are hidden give the one that is shown
        try:
            yield node, depth
            count = node.get_child_count()
        except GLib.Error:
            return
        for i in range(count):
            try:
                child = node.get_child_at_index(i)
            except GLib.Error:
                continue
            if child is not None and child not in seen:
                seen.append(child)
                yield from self.walk(child, depth + 1)

    @staticmethod
    def has_state(node, state):
        return node.get_state_set().contains(state)

    def find(self, role=None, name=None, contains=None):
        for node, _ in self.walk():
            try:
                if role is not None and node.get_role_name() != role:
                    continue
                text = node.get_name() or ""
                if name is not None and text != name:
                    continue
                if contains is not None and contains not in text:
                    continue
                if self.has_state(node, Atspi.StateType.SHOWING) or role == "label":
                    return node
            except GLib.Error:
                continue
        return None

    def find_focused(self):
        """The name of what has the keyboard focus, or None."""
        for node, _ in self.walk():
            try:
                if self.has_state(node, Atspi.StateType.FOCUSED) and node.get_name():
                    return node.get_name()
            except GLib.Error:
                continue
        return None

    def names(self):
        found = []
        for node, _ in self.walk():
            try:
                text = node.get_name()
                if text:
                    found.append(text)
                about = node.get_description()
                if about:
                    found.append(about)
            except GLib.Error:
                continue
        return found

    def wait_name(self, text, limit=WAIT):
        return wait_for(f"“{text}” on view", lambda: any(text in n for n in self.names()), limit)

    # -- Doing ----------------------------------------------------------------------------------

    def press(self, name, otherwise=lambda: False):
        """Does what the button does, sought anew each time: its page may go; unless `otherwise` holds."""
        def pressed():
            button = self.find(role="button", name=name)
            return button is not None and button.get_action_iface().do_action(0)
        wait_for(f"the button “{name}”", lambda: otherwise() or pressed())

    def key(self, *names):
        subprocess.run(["xdotool", "windowfocus", self.window_id], check=False)
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)
        time.sleep(0.15)

    def type(self, text):
        subprocess.run(["xdotool", "windowfocus", self.window_id], check=False)
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "15", text], check=True)
        time.sleep(0.15)

    def end(self):
        """SIGTERM; returns the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise Failed("the program did not end on SIGTERM")


def find_window(console, title):
    """A panel's own, by its number on the display, or None."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{title} · "],
                           capture_output=True, text=True, check=False).stdout.split()
    return found[0] if found else None


def focus_window(window):
    subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)


def has_main_focus(console):
    focused = subprocess.run(["xdotool", "getwindowfocus"], capture_output=True, text=True,
                             check=False).stdout.strip()
    return focused == console.window_id


def elapsed(console):
    """Seconds of the battle, from the header ("+01:23"); None without one."""
    for name in console.names():
        if name.startswith("+") and ":" in name:
            minutes, seconds = name[1:].split(":")[-2:]
            return int(minutes) * 60 + int(seconds)
    return None


def wait_for_time(console, seconds=1):
    """Until so much of the battle is over."""
    wait_for("time to pass", lambda: (elapsed(console) or 0) >= seconds)


def open_briefing(console):
    """Of the first card of the library, which has the focus."""
    wait_for("a card of the library", lambda: console.find(contains="Ford"))
    console.key("Return")
    wait_for_briefing(console)


def wait_for_briefing(console):
    wait_for("the briefing", lambda: console.find(role="button", contains="Start the Battle"))


def start_battle(console):
    """From the briefing, whose start button has the focus, to the order line, which has it then."""
    console.key("Return")
    wait_for("the order line", lambda: console.find(name="Order line"))


def set_speed_alone(console):
    """The speed is hers alone from here on: a choice of the main menu."""
    console.key("F10")
    console.key("u")


def wait_for_result(console, limit=120):
    """A guided battle stops at decisions, and any at two emergencies that nobody attends to."""
    def result():
        stopped = any(name.startswith("Paused: ") for name in console.names())
        console.key("F8" if stopped else "Escape")
        return console.find(role="button", contains="Again")
    return wait_for("the result", result, limit)


def run(story):
    """Runs story(console) with the program named on the command line; the exit status."""
    console = None
    try:
        console = Console(*sys.argv[1:])
        story(console)
        status = console.end()
        if status != 0:
            raise Failed(f"the program ended with status {status} on SIGTERM")
    except Failed as problem:
        print(f"FAILED: {problem}", file=sys.stderr)
        if console is not None:
            print("On view:", *console.names()[:150], sep="\n  ", file=sys.stderr)
            if console.process.poll() is None:
                console.process.kill()
        return 1
    print("ok")
    return 0
