#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs an installed Flatpak of Handler One in its sandbox and says what is wrong with it.

Needs a display and a session bus of its own (tests/lib/run-under-xvfb) and the installation in
FLATPAK_USER_DIR.  The application's data go to a home made for this, which is looked through afterwards.

usage: check_installed.py --on-host PROGRAM --application ID --branch NAME --screenshots DIR
"""

import argparse
import array
import configparser
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import wave
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]

# What the manifest's five permissions are in an installed application: "fallback-x11" is written with "x11".
PERMISSIONS = {
    "shared": {"ipc"},
    "sockets": {"x11", "fallback-x11", "wayland", "pulseaudio"},
    "devices": {"dri"},
}

# Where the program may leave something, below ~/.var/app/ID.  Caches and settings of the libraries
# are theirs; everything of the program's own is under data/handler-one.
OWN_PLACES = re.compile(r"(data/handler-one|config/glib-2\.0/settings|config/pulse|cache|\.ld\.so|\.local)(/|$)")

# Lists what a program wrote where it is lost when the sandbox closes, or where it has no business.
STRAY_SCRIPT = """
strays() { find "$HOME" -path "$HOME/.var/app/$FLATPAK_ID" -prune -o -mindepth 1 -print | sort; }
strays >/tmp/strays-before
"$@"
status=$?
strays | comm -13 /tmp/strays-before - | sed 's/^/STRAY /' >&2
exit $status
"""

# GTK in a sandbox misses the portals of a desktop session, which a test does not have.
# Besides portals: the sandbox's own bus proxy warns when the program it had just let in has quit already.
WARNING = re.compile(r"^.*(?:WARNING|CRITICAL) \*\*(?!.*(?:[Pp]ortal|Error writing credentials to socket)).*$", re.MULTILINE)

DEMO_S = 9
VIEWS = ["library", "briefing", "battle", "contacts", "order", "comms", "preferences", "shortcuts", "about"]


class Problem(Exception):
    """Something that a user would have noticed."""


def expect(condition, text):
    if not condition:
        raise Problem(text)


# --- what is installed --------------------------------------------------------------------------


def check_permissions(metadata):
    """The metadata of an installed application grant the manifest's permissions and nothing else."""
    parser = configparser.ConfigParser(delimiters="=", interpolation=None, strict=True)
    parser.optionxform = str
    parser.read_string(metadata)
    granted = {key: {word for word in value.split(";") if word}
               for key, value in (parser["Context"] if "Context" in parser else {}).items()}
    for key in sorted(set(PERMISSIONS) | set(granted)):
        expect(granted.get(key, set()) == PERMISSIONS.get(key, set()),
               f"permissions \"{key}\" are {sorted(granted.get(key, set()))}, "
               f"not {sorted(PERMISSIONS.get(key, set()))}")
    more = set(parser.sections()) - {"Application", "Context", "Build"}
    more = {section for section in more if not section.startswith("Extension ")}
    expect(not more, f"the metadata have more than permissions of the context: {sorted(more)}")


def check_exports(installation, application):
    share = Path(installation, "exports", "share")
    desktop = configparser.ConfigParser(delimiters="=", interpolation=None)
    desktop.optionxform = str
    expect(desktop.read(share / "applications" / f"{application}.desktop"), "no desktop file is exported")
    entry = desktop["Desktop Entry"]
    expect(re.search(rf"\brun\b.*--command=handler-one\b.*{re.escape(application)}", entry["Exec"]),
           f"the desktop file starts something else: {entry['Exec']}")
    expect(entry["Icon"] == application, f"the desktop file has another icon: {entry['Icon']}")
    metainfo = [share / "metainfo" / f"{application}.{kind}.xml" for kind in ("metainfo", "appdata")]
    metainfo = [path for path in metainfo if path.exists()]
    expect(metainfo, "no metainfo is exported")
    component = ElementTree.parse(metainfo[0]).getroot()
    expect(component.findtext("id") == application, "the exported metainfo are another application's")
    for icon in [f"scalable/apps/{application}.svg", f"symbolic/apps/{application}-symbolic.svg"]:
        path = share / "icons" / "hicolor" / icon
        expect(path.exists() and b"<svg" in path.read_bytes(), f"the icon {icon} is not exported")


def check_hardening(program):
    """The installed program is position-independent, fully relocated before it starts, and guarded."""
    def readelf(option):
        return subprocess.run(["readelf", "--wide", option, program], check=True,
                              stdout=subprocess.PIPE, text=True).stdout

    expect("DYN (Position-Independent Executable" in readelf("--file-header"), "it is not built as PIE")
    expect("GNU_RELRO" in readelf("--program-headers"), "it has no RELRO")
    expect("NOW" in readelf("--dynamic"), "its symbols are bound late")
    symbols = readelf("--dyn-syms")
    expect("__stack_chk_fail" in symbols, "it has no stack protector")
    expect(re.search(r"__\w+_chk@", symbols), "it is not fortified")
    expect(".debug_info" not in readelf("--sections"), "it is not stripped")


# --- running it ---------------------------------------------------------------------------------


class Sandbox:
    """One home of an installed application."""

    def __init__(self, on_host, application, branch, home):
        self.on_host, self.application, self.branch = on_host, application, branch
        self.home = Path(home)
        self.data = self.home / ".var" / "app" / application
        # A person's session without portals, and nothing of what the tests of the bare program set.
        kept = ["PATH", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "TMPDIR",
                "FLATPAK_USER_DIR", "FLATPAK_SYSTEM_DIR"]
        self.env = {name: os.environ[name] for name in kept if name in os.environ}
        self.env.update(HOME=str(self.home), LC_ALL="C.UTF-8", GDK_DEBUG="no-portals", ADW_DISABLE_PORTAL="1")
        self.data.mkdir(parents=True, exist_ok=True)

    def flatpak(self, *arguments):
        return subprocess.run([self.on_host, "flatpak", *arguments], env=self.env, check=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, timeout=120).stdout

    def command(self, *command, options=()):
        return [self.on_host, "flatpak", "run", "--user", f"--branch={self.branch}", *options,
                "--command=sh", self.application, "-c", STRAY_SCRIPT, "sh", *command]

    def run(self, *command, options=()):
        """Standard output of a command in the sandbox; it must end well and write where it may."""
        done = subprocess.run(self.command(*command, options=options), env=self.env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=300)
        self.expect_good_end(" ".join([*options, *command]), done.returncode, done.stderr)
        return done.stdout

    @staticmethod
    def expect_good_end(what, status, said):
        strays = re.findall(r"^STRAY (.*)$", said, re.MULTILINE)
        expect(status == 0, f"\"{what}\" ended with {status}:\n{said}")
        expect(not strays, f"\"{what}\" wrote where nothing is kept: {strays}")
        warnings = WARNING.findall(said)
        expect(not warnings, f"\"{what}\" warned: {warnings}")

    def written(self):
        """What there is in the home, and whether the program may have put it there."""
        for path in sorted(self.home.rglob("*")):
            inside = path.relative_to(self.data) if path.is_relative_to(self.data) else None
            if path.is_dir() and not path.is_symlink():
                continue
            yield path.relative_to(self.home), inside is not None and bool(OWN_PLACES.match(str(inside)))

    def check_written(self):
        wrong = [str(path) for path, allowed in self.written() if not allowed]
        expect(not wrong, f"files were left outside of the application's own folders: {wrong}")


def check_demonstration(sandbox, name, options=()):
    """Plays it, and returns the folder with the pictures."""
    shots = sandbox.data / "cache" / name
    sandbox.run("handler-one", "--demo", "--seconds", str(DEMO_S), "--screenshot-dir", str(shots), options=options)
    for view in VIEWS:
        pictures = list(shots.glob(f"*-{view}.png"))
        expect(pictures, f"the demonstration left no picture of {view}")
        for picture in pictures:
            content = picture.read_bytes()
            expect(content.startswith(b"\x89PNG") and len(content) > 3000, f"{picture.name} shows nothing")
            width, height = struct.unpack(">II", content[16:24])
            expect(width >= 360 and height >= 294, f"{picture.name} is {width} × {height}")
    report = (shots / "after-action-report.txt").read_text(encoding="utf-8")
    expect("Operator desk" in report, "the demonstration's report says nothing")
    return shots


def check_simulation(sandbox, options=()):
    """A battle, its replay in the application's own data, and that replay again."""
    replay = sandbox.data / "data" / "handler-one" / "replays" / "ford.h1replay"
    replay.parent.mkdir(parents=True, exist_ok=True)
    out = sandbox.run("handler-one", "simulate", "training", "--seed", "7", "--json", "--replay", str(replay),
                      options=options)
    expect('"outcome"' in out, f"simulate says nothing of an outcome: {out[:200]}")
    sandbox.run("handler-one", "replay", str(replay), "--verify", options=options)


def check_speech(sandbox, options=()):
    sound = sandbox.data / "cache" / "contact.wav"
    sound.unlink(missing_ok=True)
    sandbox.run("handler-one", "say", "Contact, four Grauwolf, golf zero nine", "--output", str(sound),
                "--distance", "3000", "--strain", "0.4", options=options)
    with wave.open(str(sound)) as file:
        expect(file.getsampwidth() == 2, "the sound file has other samples")
        seconds = file.getnframes() / file.getframerate()
        samples = array.array("h", file.readframes(file.getnframes()))
    expect(seconds > 1.5, f"a sentence of {seconds:.1f} s")
    loud = (sum(sample * sample for sample in samples) / len(samples)) ** 0.5
    expect(loud > 200, f"the sentence can not be heard (RMS {loud:.0f})")


def check_own_scenario(sandbox):
    """A battle that a user puts into the application's own data is listed."""
    folder = sandbox.data / "data" / "handler-one" / "scenarios"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "data" / "scenarios" / "training.json", folder / "my-battle.json")
    out = sandbox.run("handler-one", "list")
    expect(str(folder / "my-battle.json") in out, f"a user's own battle is not listed:\n{out}")


def check_settings(sandbox):
    """What was set in one run holds in the next, and a closed window leaves its size."""
    schema = sandbox.application
    sandbox.run("gsettings", "set", schema, "volume", "0.25")
    expect(sandbox.run("gsettings", "get", schema, "volume").strip() == "0.25", "a setting was forgotten")
    with subprocess.Popen(sandbox.command("handler-one"), env=sandbox.env, stdin=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True) as window:
        subprocess.run(["gdbus", "wait", "--session", "--timeout", "60", sandbox.application], check=True)
        subprocess.run(["gapplication", "action", sandbox.application, "quit"], check=True)
        try:
            said = window.communicate(timeout=60)[1]
        except subprocess.TimeoutExpired:
            window.kill()
            raise Problem("the window did not close when it was asked to") from None
    sandbox.expect_good_end("handler-one", window.returncode, said)
    settings = (sandbox.data / "config" / "glib-2.0" / "settings" / "keyfile").read_text(encoding="utf-8")
    expect("window-size=" in settings and "volume=0.25" in settings, f"the settings are\n{settings}")


class SoundServer:
    """PulseAudio without a sound card, which keeps what it is to play."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.address = f"unix:{self.folder / 'native'}"
        self.processes = []

    def start(self, *command, **options):
        self.processes.append(subprocess.Popen(command, stdin=subprocess.DEVNULL,
                                               env=dict(os.environ, HOME=str(self.folder)), **options))

    def __enter__(self):
        self.start("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
                   "--log-target=stderr", "--load=module-null-sink sink_name=ear",
                   f"--load=module-native-protocol-unix socket={self.folder / 'native'} auth-anonymous=1",
                   stderr=subprocess.DEVNULL)
        end = time.monotonic() + 30
        while not (self.folder / "native").exists():
            expect(time.monotonic() < end and self.processes[0].poll() is None, "PulseAudio does not start")
            time.sleep(0.05)
        with open(self.folder / "heard", "wb") as heard:
            self.start("parec", f"--server={self.address}", "--device=ear.monitor", "--format=s16le",
                       "--channels=1", "--rate=8000", "--latency-msec=100", stdout=heard)
        return self

    def loudest(self):
        heard = (self.folder / "heard").read_bytes()
        return max(map(abs, array.array("h", heard[:len(heard) // 2 * 2])), default=0)

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
            process.wait(10)


SOCKET_IN_SANDBOX = "/run/flatpak/pulse/native"


def check_with_sound(sandbox, screenshots):
    """The demonstration, heard through the sound server."""
    with tempfile.TemporaryDirectory() as folder, SoundServer(folder) as server:
        sandbox.env["PULSE_SERVER"] = server.address
        sandbox.run("test", "-S", SOCKET_IN_SANDBOX)
        # Without a graphics card this renderer keeps up with the demonstration; the other run has GTK's choice.
        shots = check_demonstration(sandbox, "shots", ["--env=GSK_RENDERER=cairo"])
        expect(server.loudest() > 500, "nothing of the demonstration is heard")
    shutil.copytree(shots, screenshots, dirs_exist_ok=True)


def check_without_sound(sandbox):
    """Without its permission there is no way to the sound server, and everything else is as before."""
    options = ["--nosocket=pulseaudio"]
    with tempfile.TemporaryDirectory() as folder, SoundServer(folder) as server:
        sandbox.env["PULSE_SERVER"] = server.address
        sandbox.run("sh", "-c", 'test ! -e "$1" && test ! -e "$2"', "sh", SOCKET_IN_SANDBOX,
                    server.address.removeprefix("unix:"), options=options)
        check_demonstration(sandbox, "shots-without-sound", options)
        check_simulation(sandbox, options)
        check_speech(sandbox, options)
        expect(server.loudest() == 0, "the sound server is reached without the permission")


def check_everything(sandbox, screenshots):
    location = sandbox.flatpak("info", "--user", "--show-location", f"{sandbox.application}//{sandbox.branch}").strip()
    steps = [
        ("permissions", lambda: check_permissions(Path(location, "metadata").read_text(encoding="utf-8"))),
        ("desktop file, metainfo, icons", lambda: check_exports(os.environ["FLATPAK_USER_DIR"], sandbox.application)),
        ("hardening", lambda: check_hardening(Path(location, "files", "bin", "handler-one"))),
        ("battle", lambda: check_simulation(sandbox)),
        ("speech", lambda: check_speech(sandbox)),
        ("a battle of the user's", lambda: check_own_scenario(sandbox)),
        ("settings", lambda: check_settings(sandbox)),
        ("demonstration, with sound", lambda: check_with_sound(sandbox, screenshots)),
        ("all the same without a sound server", lambda: check_without_sound(sandbox)),
        ("what was written", sandbox.check_written),
    ]
    failed = 0
    for name, step in steps:
        started = time.monotonic()
        try:
            step()
            print(f"  {name}: fine ({time.monotonic() - started:.1f} s)", file=sys.stderr)
        except (Problem, OSError, subprocess.SubprocessError, ElementTree.ParseError, configparser.Error,
                wave.Error, KeyError) as problem:
            failed += 1
            print(f"  {name}: {problem}", file=sys.stderr)
    return failed


def parse_arguments():
    parser = argparse.ArgumentParser()
    for name in ["on-host", "application", "branch", "screenshots"]:
        parser.add_argument(f"--{name}", required=True)
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    # Not below /tmp, which an application keeps from one run to the next.
    place = Path(arguments.screenshots).resolve().parent
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="home.", dir=place) as home:
        sandbox = Sandbox(arguments.on_host, arguments.application, arguments.branch, home)
        return 1 if check_everything(sandbox, arguments.screenshots) else 0


if __name__ == "__main__":
    sys.exit(main())
