#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is lost: a battle in the window is killed, gone on with, damaged, saved by hand, left, ended and
opened again, and refused when it has changed since."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import time

from console import (Console, Failed, elapsed, set_speed_alone, start_battle, wait_for, wait_for_briefing,
                     wait_for_result, wait_for_time)

PROGRAM = sys.argv[1]
HOME = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "handler-one"
SAVES, REPLAYS = HOME / "saves", HOME / "replays"
MINE = HOME / "scenarios/mine.json"
SPEED = 5
LATEST_S = 5


def expect(truth, otherwise):
    if not truth:
        raise Failed(otherwise)


def elapsed_now(console):
    return wait_for("the clock", lambda: [elapsed(console)] if elapsed(console) is not None else None)[0]


def tell(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False,
                          env=dict(os.environ, G_DEBUG=""))


def make_scenario():
    """One of the user's own, which can change."""
    done = json.loads(tell("list", "--json").stdout)
    path = next(entry["path"] for entry in done if entry["id"] == "training")
    document = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    document.update(id="mine", title="Mill of My Own")
    document.pop("library_order", None)
    MINE.parent.mkdir(parents=True)
    MINE.write_text(json.dumps(document), encoding="utf-8")


def offered(console):
    return wait_for("a battle to go on with",
                    lambda: next((name for name in console.names() if name.startswith("Continue")), None))


def go_on(console):
    """Enter on what the library offers first."""
    offered(console)
    for _ in range(3):
        console.key("Return")
        if console.find(name="Order line") or console.find(contains="Start the Battle"):
            break
        time.sleep(1)
    wait_for("the order line", lambda: console.find(name="Order line"))


def kill(console):
    console.process.send_signal(signal.SIGKILL)
    console.process.wait()


def give(console, text, reading):
    """In the list of what was said, not in the line alone."""
    console.type(text)
    console.wait_name(reading)
    console.key("Return")
    wait_for(f"“{reading}” given", lambda: any("Handler One" in name and reading in name for name in console.names()))


def play_and_kill():
    console = Console(PROGRAM, str(MINE))
    wait_for_briefing(console)
    start_battle(console)
    wait_for("the first autosave", lambda: (SAVES / "autosave-1.h1journal").exists())
    give(console, "kestrel, hold at delta zero three", "Kestrel, hold at D03")
    console.key("ctrl+plus")
    console.key("F8")
    wait_for_time(console, 16)
    # While time stands still the last captions stay in view, however slow the computer is.
    console.key("F8")
    console.type("situation")
    console.key("Return")
    console.wait_name("Console")
    give(console, "heron, report", "Heron, report")
    before = elapsed_now(console)
    console.key("F8")
    time.sleep(1)
    kill(console)
    return before


def continue_after(before):
    console = Console(PROGRAM)
    expect("Mill of My Own" in offered(console), "another battle is offered")
    go_on(console)
    found = elapsed_now(console)
    expect(found >= before - LATEST_S * SPEED, f"+{before} s were played, +{found} s are there")
    for text in ("Heron, report", "Console"):
        console.wait_name(text)
    time.sleep(1)
    expect(elapsed_now(console) == found, "a battle that is gone on with does not stand still")
    return console


def save_by_hand(console):
    console.key("ctrl+s")
    time.sleep(1.5)
    subprocess.run(["xdotool", "key", "--clearmodifiers", "Return"], check=True)
    return wait_for("a save by hand", lambda: next((path for path in SAVES.glob("mine*.h1save")), None))


def check_replay():
    replays = list(REPLAYS.glob("*-mine.h1replay"))
    expect(len(replays) == 1, f"there are replays {replays}")
    done = tell("replay", str(replays[0]), "--verify")
    expect(done.returncode == 0, done.stderr)
    return replays[0]


def damage_newest():
    newest = max(SAVES.glob("autosave-*.h1save"), key=lambda path: path.stat().st_mtime_ns)
    content = bytearray(newest.read_bytes())
    content[len(content) // 2] ^= 1
    newest.write_bytes(content)
    return newest.name


def play_to_the_end(name):
    console = Console(PROGRAM)
    offered(console)
    console.wait_name("1 autosave can not be used")
    console.wait_name(name)
    go_on(console)
    set_speed_alone(console)
    for _ in range(4):
        console.key("ctrl+plus")
    console.key("F8")
    wait_for_result(console)
    console.key("Return")
    console.wait_name("A replay of")
    expect(not any(n.startswith("Continue") for n in console.names()), "a battle that is over is offered")
    expect(console.end() == 0, "the program did not end in order")


def open_save(save):
    console = Console(PROGRAM, str(save))
    wait_for("the order line", lambda: console.find(name="Order line"))
    console.wait_name("Heron, report")
    return console


def refuse(console, save):
    """The scenario has changed: said so, and the battle on view stays."""
    document = json.loads(MINE.read_text(encoding="utf-8"))
    document["summary"] += " Not any more."
    MINE.write_text(json.dumps(document), encoding="utf-8")
    subprocess.run([PROGRAM, str(save)], check=True, timeout=30)
    wait_for("the question", lambda: console.find(role="button", name="Leave")).get_action_iface().do_action(0)
    console.wait_name("The Battle Has Changed Since It Was Saved")
    console.key("Escape")
    expect(console.find(name="Order line") is not None, "the battle on view was lost")


def story():
    make_scenario()
    console = continue_after(play_and_kill())
    save = save_by_hand(console)
    console.wait_name("Saved as")
    expect(console.end() == 0, "the program did not end in order")
    check_replay()
    play_to_the_end(damage_newest())
    check_replay()
    console = open_save(save)
    refuse(console, save)
    expect(console.end() == 0, "the program did not end in order")


def main():
    try:
        story()
    except Failed as problem:
        print(f"FAILED: {problem}", file=sys.stderr)
        return 1
    print("ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())
