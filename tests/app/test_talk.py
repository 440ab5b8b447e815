#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spoken orders in the window, by the talk key: the question first, then a sentence from a file in the
microphone's place.  HANDLER_ONE_LISTENS=no: this build can not listen.

A battle of files: what is said is made with `say`, so nothing is stored.
"""

import os
import subprocess
import sys
import tempfile

import noise
from console import Failed, find_window, focus_window, has_main_focus, run, wait_for

FOLDER = tempfile.TemporaryDirectory()
SOUND = os.path.join(FOLDER.name, "said.wav")


def say(words):
    subprocess.run([sys.argv[1], "say", words, "--dry", "--output", SOUND], check=True,
                   env=dict(os.environ, G_DEBUG=""))


def hold(console, down):
    subprocess.run(["xdotool", "keydown" if down else "keyup", "F9"], check=True)


def speak(console, words):
    say(words)
    press_and_let_go(console)


def press_and_let_go(console):
    """Holds the key: the sign comes, and goes when it is let go."""
    hold(console, True)
    console.wait_name("The Microphone Is Open")
    hold(console, False)
    wait_for("the microphone to close",
             lambda: not any("The Microphone Is Open" in name for name in console.names()))


def gone(console, text):
    wait_for(f"“{text}” to go", lambda: not any(text in name for name in console.names()))


def ask_for(console, order):
    """Says it with so much noise that it is asked for; how often it was given before."""
    if noise.say_unclearly(sys.argv[1], order, SOUND) is None:
        raise Failed(f"“{order}” is never asked for, whatever the noise")
    given = count(console, order)
    press_and_let_go(console)
    console.wait_name(f"Did you say: {order}?")
    return given


def count(console, words):
    """How many orders of these words there are in Comms, said or waiting for air."""
    return sum(name == words or name.endswith(": " + words) for name in console.names())


def story(console):
    wait_for("a card of the library", lambda: console.find(contains="Ford"))
    console.key("Return")
    wait_for("the briefing", lambda: console.find(role="button", contains="Start the Battle"))
    console.key("Return")
    wait_for("the order line", lambda: console.find(name="Order line"))

    if os.environ.get("HANDLER_ONE_LISTENS") == "no":
        console.key("F9")
        console.wait_name("cannot listen")
        return

    # The first time it asks, and nothing is open.
    console.key("F9")
    console.wait_name("Speak Orders with the Microphone?")
    if any("The Microphone Is Open" in name for name in console.names()):
        raise Failed("the microphone is open before anybody allowed it")
    button = console.find(role="button", name="Use the Microphone")
    button.get_action_iface().do_action(0)
    wait_for("the question to go",
             lambda: not any("Speak Orders with" in name for name in console.names()))

    # A clear order is sent as a typed one would be: it waits for air, and Comms have it.
    speak(console, "Kestrel, report position")
    console.wait_name("Kestrel, report position")

    # One that she might rue waits for Enter.
    speak(console, "All units, cease fire")
    console.wait_name("Enter sends it")
    if not any(name.startswith("All units, cease fire. Enter") for name in console.names()):
        raise Failed("another order is in the line")
    console.key("Return")
    gone(console, "Enter sends it")

    # What is no order is refused, and nothing is sent.
    speak(console, "Once upon a time there was a very old miller who had three sons")
    console.wait_name("Say again")
    if any("Enter sends it" in name for name in console.names()):
        raise Failed("something was put in the line")

    # What was not surely heard is asked for: Enter gives it, as if it had been typed.
    wanted = "Kestrel, report ammunition"
    given = ask_for(console, wanted)
    console.key("Return")
    gone(console, "Did you say")
    wait_for("the order to be given", lambda: count(console, wanted) > given)

    # The same question can be answered by voice: no drops the order, yes gives it.
    given = ask_for(console, wanted)
    speak(console, "cancel that")
    gone(console, "Did you say")
    if count(console, wanted) > given:
        raise Failed("what was dropped is given")
    given = ask_for(console, wanted)
    speak(console, "confirm")
    gone(console, "Did you say")
    wait_for("the order to be given", lambda: count(console, wanted) > given)

    # In a window of its own a panel follows the key too; what is asked for is asked in the main one.
    console.key("shift+F5")
    comms = wait_for("the comms' window", lambda: find_window(console, "Comms"))
    focus_window(comms)
    speak(console, "All units, cease fire")
    console.wait_name("Enter sends it")
    wait_for("the keyboard in the main window", lambda: has_main_focus(console))
    console.key("Escape")
    gone(console, "Enter sends it")
    console.key("shift+F5")
    wait_for("the comms' window to go", lambda: find_window(console, "Comms") is None)

    # The microphone is gone: a word says so, and typing goes on.
    os.unlink(SOUND)
    hold(console, True)
    console.wait_name("microphone can not be used")
    hold(console, False)
    console.key("ctrl+l")
    console.type("Kestrel, report ammunition")
    console.key("Return")
    console.wait_name("Kestrel, report ammunition")


if __name__ == "__main__":
    os.environ["HANDLER_ONE_MICROPHONE"] = SOUND
    run(story)
