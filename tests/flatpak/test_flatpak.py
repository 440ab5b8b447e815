#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `./dev flatpak` promises: it builds, installs and checks, and its bundle can be installed
elsewhere.  Everything that flatpak writes stays in a folder of this test's own.

Where the tests run inside the Debian 13 tree, flatpak is the system's around it (build-aux/on-host).

usage: test_flatpak.py SOURCE_ROOT HANDLER_ONE FOLDER
"""

import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

import check_installed
from check_installed import Problem, Sandbox

SOURCE_ROOT, PROGRAM, FOLDER = Path(sys.argv[1]), Path(sys.argv[2]).resolve(), Path(sys.argv[3])
ON_HOST = str(SOURCE_ROOT / "build-aux" / "on-host")
APPLICATION, BRANCH = "io.github.handlerone.HandlerOne", "devel"
BUNDLE = FOLDER / "handler-one.flatpak"
BUILT, FRESH = FOLDER / "built", FOLDER / "fresh"

METADATA = """[Application]
name=io.github.handlerone.HandlerOne
runtime=org.gnome.Platform/x86_64/51

[Context]
shared=ipc;
sockets=x11;wayland;pulseaudio;fallback-x11;
devices=dri;
"""


def flatpak_environment(folder):
    """As --private makes it: all that flatpak may write for a user is in one folder."""
    places = {"FLATPAK_USER_DIR": "installation", "FLATPAK_SYSTEM_DIR": "system", "HOME": "home",
              "XDG_RUNTIME_DIR": "runtime", "XDG_CACHE_HOME": "home/.cache", "XDG_CONFIG_HOME": "home/.config",
              "XDG_DATA_HOME": "home/.local/share", "XDG_STATE_HOME": "home/.local/state"}
    for place in places.values():
        (folder / place).mkdir(parents=True, exist_ok=True)
    (folder / "runtime").chmod(0o700)
    return {name: str(folder / place) for name, place in places.items()}


def on_host(folder, *command):
    return subprocess.run([ON_HOST, *command], env=dict(os.environ, **flatpak_environment(folder)),
                          check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True).stdout


def installed_for_the_user():
    """What a `./dev flatpak --private` must not touch."""
    own = Path.home() / ".local" / "share" / "flatpak"
    remotes = own / "repo" / "config"
    return (sorted(str(path) for path in (own / "app" / APPLICATION).rglob("*")),
            remotes.read_bytes() if remotes.exists() else None)


def setUpModule():
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    FOLDER.mkdir(parents=True)


class Build(unittest.TestCase):
    """In the order of their names: each part needs the one before."""

    def test_1_build_install_check(self):
        before = installed_for_the_user()
        done = subprocess.run([ON_HOST, str(SOURCE_ROOT / "dev"), "flatpak", "--stand-in", "--private", str(BUILT),
                               "--bundle", str(BUNDLE)], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        print(done.stderr, file=sys.stderr)
        self.assertEqual(done.returncode, 0)
        self.assertIn("with sound: fine", done.stderr)
        self.assertEqual(installed_for_the_user(), before)

    def test_2_bundle(self):
        self.assertTrue(BUNDLE.exists(), "there is no bundle")
        runtimes = on_host(BUILT, "flatpak", "remotes", "--user", "--columns=name,url")
        remotes = dict(line.split("\t") for line in runtimes.splitlines())
        on_host(FRESH, "flatpak", "remote-add", "--user", "--no-gpg-verify", "runtimes", remotes["handler-one-stand-in"])
        on_host(FRESH, str(SOURCE_ROOT / "build-aux" / "flatpak-install"), str(BUNDLE))
        location = on_host(FRESH, "flatpak", "info", "--user", "--show-location", APPLICATION).strip()
        check_installed.check_permissions(Path(location, "metadata").read_text(encoding="utf-8"))
        check_installed.check_exports(FRESH / "installation", APPLICATION)
        with_fresh_home = self.fresh_sandbox()
        check_installed.check_simulation(with_fresh_home)
        check_installed.check_speech(with_fresh_home)
        with_fresh_home.check_written()

    def test_3_same_battle_as_outside(self):
        outside = subprocess.run([PROGRAM, "hash", "training", "--until", "60"], check=True,
                                 stdout=subprocess.PIPE, text=True).stdout
        self.assertEqual(self.fresh_sandbox().run("handler-one", "hash", "training", "--until", "60"), outside)

    def test_4_strays_are_seen(self):
        sandbox = self.fresh_sandbox()
        for script in ['touch "$HOME/oops"', 'mkdir -p "$HOME/.config/handler-one"']:
            with self.subTest(script=script), self.assertRaisesRegex(Problem, "nothing is kept"):
                sandbox.run("sh", "-c", script)
        sandbox.check_written()
        sandbox.run("sh", "-c", 'touch "$XDG_CONFIG_HOME/oops"')
        with self.assertRaisesRegex(Problem, "oops"):
            sandbox.check_written()
        (sandbox.data / "config" / "oops").unlink()

    def test_5_failures_and_warnings_are_seen(self):
        sandbox = self.fresh_sandbox()
        for script, what in [("exit 3", "ended with 3"),
                             ("echo '(x:2): Gtk-CRITICAL **: 1: assertion failed' >&2", "warned")]:
            with self.subTest(script=script), self.assertRaisesRegex(Problem, what):
                sandbox.run("sh", "-c", script)

    @staticmethod
    def fresh_sandbox():
        environment = flatpak_environment(FRESH)
        os.environ.update({name: environment[name] for name in ("FLATPAK_USER_DIR", "FLATPAK_SYSTEM_DIR")})
        sandbox = Sandbox(ON_HOST, APPLICATION, BRANCH, FRESH / "home")
        sandbox.env["XDG_RUNTIME_DIR"] = environment["XDG_RUNTIME_DIR"]
        return sandbox


class Permissions(unittest.TestCase):
    """The check of the five permissions can fail."""

    def test_as_they_should_be(self):
        check_installed.check_permissions(METADATA)

    def test_any_other(self):
        for change in [("shared=ipc;", "shared=ipc;network;"), ("shared=ipc;\n", ""),
                       ("x11;wayland", "wayland"), ("pulseaudio;", ""), ("devices=dri;", "devices=all;"),
                       ("devices=dri;", "devices=dri;\nfilesystems=home;"),
                       ("devices=dri;", "devices=dri;\nfeatures=devel;"),
                       ("devices=dri;\n", "devices=dri;\n\n[Session Bus Policy]\norg.freedesktop.Flatpak=talk\n"),
                       ("devices=dri;\n", "devices=dri;\n\n[Environment]\nLD_PRELOAD=x\n")]:
            with self.subTest(change=change), self.assertRaises(Problem):
                self.assertIn(change[0], METADATA)
                check_installed.check_permissions(METADATA.replace(*change))


if __name__ == "__main__":
    result = unittest.main(argv=sys.argv[:1], exit=False, verbosity=2).result
    if result.wasSuccessful():
        shutil.rmtree(FOLDER)
    sys.exit(0 if result.wasSuccessful() else 1)
