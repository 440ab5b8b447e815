#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `meson install` puts on a machine, and that it runs from there.

usage: test_installed.py MESON SOURCE_ROOT BUILD_ROOT PROGRAM PREFIX BINDIR DATADIR LOCALEDIR

Installed twice: into a DESTDIR, as a packager does, and at the prefix itself, in a mount namespace of
its own that has no network and in which checkout and build folder are empty.  Where namespaces are
not allowed, or the prefix is that of the system itself, the second one is run from the DESTDIR,
which says less; the output tells so.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

MESON, PROGRAM = sys.argv[1], sys.argv[4]
SOURCE, BUILD, PREFIX = (pathlib.Path(name) for name in (sys.argv[2], sys.argv[3], sys.argv[5]))
BIN, SHARE, LOCALE = (PREFIX / name for name in sys.argv[6:9])
HERE = pathlib.Path(__file__).resolve().parent
ID = "io.github.handlerone.HandlerOne"
KINDS = ["rules", "scenarios", "campaigns", "schema", "phrases"]
NOT_ALLOWED = 77
KEPT = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS")

languages = [line.strip() for line in (SOURCE / "po/LINGUAS").read_text().splitlines()
             if line.strip() and not line.startswith("#")]


def below(folder):
    """Every file, named from the root of the machine."""
    return {pathlib.Path("/") / path.relative_to(folder) for path in folder.rglob("*")
            if not path.is_dir()}


def meson_install(command, env):
    subprocess.run([*command, MESON, "install", "--no-rebuild", "--quiet", "-C", str(BUILD)],
                   check=True, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def expected_files():
    files = {
        BIN / "handler-one",
        SHARE / "applications" / f"{ID}.desktop",
        SHARE / "dbus-1/services" / f"{ID}.service",
        SHARE / "glib-2.0/schemas" / f"{ID}.gschema.xml",
        SHARE / "icons/hicolor/scalable/apps" / f"{ID}.svg",
        SHARE / "icons/hicolor/symbolic/apps" / f"{ID}-symbolic.svg",
        SHARE / "metainfo" / f"{ID}.metainfo.xml",
        SHARE / "mime/packages" / f"{ID}.xml",
    }
    for kind in KINDS:
        files |= {SHARE / "handler-one" / path.relative_to(SOURCE / "data")
                  for path in (SOURCE / "data" / kind).rglob("*.json")}
    return files | {LOCALE / language / "LC_MESSAGES/handler-one.mo" for language in languages}


class Destdir(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        meson_install([], dict(os.environ, DESTDIR=str(cls.folder)))

    def test_files(self):
        found = below(self.folder)
        self.assertEqual(found - expected_files(), set())
        self.assertEqual(expected_files() - found, set())
        for folder, least in (("rules", 1), ("scenarios", 2), ("campaigns", 2), ("schema", 6),
                              ("phrases", 1)):
            held = [path for path in found if SHARE / "handler-one" / folder in path.parents]
            self.assertGreaterEqual(len(held), least, folder)

    def test_rights(self):
        for path in self.folder.rglob("*"):
            wanted = 0o755 if path.is_dir() or path.name == "handler-one" else 0o644
            self.assertEqual(path.stat().st_mode & 0o7777, wanted, path)

    def test_nothing_names_the_build(self):
        for path in self.folder.rglob("*"):
            if path.is_dir():
                continue
            # What debuggers read names the sources; a packager takes it away.
            if path.name == "handler-one":
                subprocess.run(["strip", "--strip-debug", str(path)], check=True)
            data = path.read_bytes()
            for place in (BUILD, SOURCE):  # one may be inside the other
                self.assertFalse(os.fsencode(place) in data, f"{path} names {place}")

    def test_the_bus_starts_what_was_installed(self):
        service = (self.folder / (SHARE / "dbus-1/services" / f"{ID}.service").relative_to("/"))
        self.assertIn(f"\nExec={BIN}/handler-one --gapplication-service\n", service.read_text())


class Machine:
    """A home, and the program installed at its prefix."""

    def __init__(self, folder):
        self.folder = folder
        for name in ("prefix", "empty", "home", "tools", "tmp"):
            (folder / name).mkdir()
        for path in (HERE / "desktop_story.py", SOURCE / "tests/app/console.py",
                     SOURCE / "tests/lib/run-under-xvfb"):
            shutil.copy(path, folder / "tools")
        self.env = {name: os.environ[name] for name in KEPT if name in os.environ}
        self.env |= {"PATH": f"{BIN}:/usr/local/bin:/usr/bin:/bin", "HOME": str(folder / "home"),
                     "TMPDIR": str(folder / "tmp"), "LC_ALL": "C.UTF-8",
                     "PYTHONDONTWRITEBYTECODE": "1", "HANDLER_ONE_SOUND": "none"}
        python = pathlib.Path(sys.executable)
        self.enter = [str(python), str(HERE / "in_own_prefix.py"), str(folder / "prefix"),
                      str(PREFIX)]
        self.at_prefix = PREFIX not in python.parents and PREFIX.is_dir() and \
            subprocess.run([*self.enter, "--", "true"], check=False).returncode == 0
        if self.at_prefix:
            meson_install([*self.enter, "--"], os.environ)
            for place in (BUILD, SOURCE):  # one may be inside the other
                self.enter += [str(folder / "empty"), str(place)]
            self.enter.append("--")
            self.share = folder / "prefix" / SHARE.relative_to(PREFIX)
        else:
            self.run_from_destdir()

    def run_from_destdir(self):
        print(f"NOTE: nothing can be put at {PREFIX} here; running from a DESTDIR.")
        self.enter = []
        meson_install([], dict(os.environ, DESTDIR=str(self.folder / "prefix")))
        self.share = self.folder / "prefix" / SHARE.relative_to("/")
        binaries = self.folder / "prefix" / BIN.relative_to("/")
        self.env |= {"PATH": f"{binaries}:{self.env['PATH']}",
                     "XDG_DATA_DIRS": f"{self.share}:/usr/local/share:/usr/share"}
        service = self.share / "dbus-1/services" / f"{ID}.service"
        service.write_text(service.read_text().replace(str(BIN), str(binaries)))
        for command in (["glib-compile-schemas", str(self.share / "glib-2.0/schemas")],
                        ["update-mime-database", str(self.share / "mime")],
                        ["update-desktop-database", str(self.share / "applications")],
                        ["gtk4-update-icon-cache", "-q", "-t", "-f",
                         str(self.share / "icons/hicolor")]):
            subprocess.run(command, check=True)

    def run(self, *command, **more):
        """Runs a command there; its standard output.  It must succeed, and complain of nothing."""
        done = subprocess.run([*self.enter, *command], env=self.env | more, cwd=self.folder / "home",
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise AssertionError(f"{command} ended with {done.returncode}:\n"
                                 f"{done.stdout[-4000:]}{done.stderr[-4000:]}")
        return done.stdout


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.machine = Machine(folder)

    def run_there(self, *command, **more):
        return self.machine.run(*command, **more)

    def test_caches_are_made(self):
        share = self.machine.share
        for name in ("glib-2.0/schemas/gschemas.compiled", "icons/hicolor/icon-theme.cache",
                     "applications/mimeinfo.cache", "mime/mime.cache",
                     "mime/application/vnd.handlerone.replay.xml"):
            self.assertTrue((share / name).is_file(), name)

    def test_the_build_is_out_of_sight(self):
        if self.machine.at_prefix:
            for place in (SOURCE, BUILD):
                look = '[ ! -d "$1" ] || find "$1" -mindepth 1 -print -quit'
                self.assertEqual(self.run_there("sh", "-c", look, "sh", str(place)), "")
            devices = self.run_there("cat", "/proc/net/dev").splitlines()[2:]
            self.assertEqual([line.split(":")[0].strip() for line in devices], ["lo"])

    def test_version(self):
        self.assertRegex(self.run_there("handler-one", "--version"), r"^Handler One \d+\.\d+\.\d+\n$")

    def test_library(self):
        entries = json.loads(self.run_there("handler-one", "list", "--json"))
        held = {entry["id"]: entry["path"] for entry in entries}
        self.assertLessEqual({"training", "three-hills", "first-link", "spearhead"}, set(held))
        place = SHARE if self.machine.at_prefix else self.machine.share
        for path in held.values():
            self.assertTrue(path.startswith(f"{place}/handler-one/"), path)

    def test_every_file_is_valid(self):
        files = [str(path).replace(str(self.machine.share), str(SHARE))
                 if self.machine.at_prefix else str(path)
                 for kind in KINDS if kind != "schema"
                 for path in (self.machine.share / "handler-one" / kind).rglob("*.json")]
        self.run_there("handler-one", "validate", *files)

    def test_battle_is_that_of_the_build(self):
        here = subprocess.run(
            [PROGRAM, "hash", "training", "--until", "60"], check=True, capture_output=True, text=True,
            env=os.environ | {"HANDLER_ONE_DATA_DIR": str(SOURCE / "data")}).stdout
        self.assertRegex(here, "^[0-9a-f]{16}\n$")
        self.assertEqual(self.run_there("handler-one", "hash", "training", "--until", "60"), here)
        result = json.loads(self.run_there("handler-one", "simulate", "training", "--staff", "basic",
                                           "--until", "60", "--json", "--replay", "a.h1replay"))
        self.assertEqual((result["scenario"], result["duration_s"]), ("training", 60))
        self.run_there("handler-one", "replay", "a.h1replay", "--verify")

    @unittest.skipIf("speech" in os.environ.get("HANDLER_ONE_LEFT_OUT", ""), "built without speech")
    def test_speech(self):
        self.run_there("handler-one", "say", "Contact, four Grauwolf", "--output", "contact.wav",
                       "--distance", "3000")
        sound = (self.machine.folder / "home/contact.wav").read_bytes()
        self.assertEqual(sound[:4] + sound[8:12], b"RIFFWAVE")
        self.assertGreater(len(sound), 20_000)

    def test_languages(self):
        english = self.run_there("handler-one", "--help")
        # The C library asks for no catalogue while the locale is one of its own.
        known = subprocess.run(["locale", "-a"], check=True, capture_output=True, text=True).stdout
        locale = next((name for name in known.split() if name.lower().endswith((".utf8", ".utf-8"))
                       and not name.startswith("C.")), None)
        if not self.machine.at_prefix or locale is None:
            print("NOTE: no prefix or no locale here to read catalogues with.")
            return
        for language in languages:
            with self.subTest(language):
                self.assertNotEqual(english, self.run_there("handler-one", "--help", LC_ALL=locale,
                                                            LANGUAGE=language))
        # One made up, so that this is proved even without a translation.
        folder = self.machine.folder / "prefix" / LOCALE.relative_to(PREFIX) / "xx/LC_MESSAGES"
        folder.mkdir(parents=True)
        subprocess.run(["msgfmt", "-o", str(folder / "handler-one.mo"), "-"], check=True, text=True,
                       input='msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
                             'msgid "Commands:"\nmsgstr "Ĉiuj komandoj:"\n')
        self.assertIn("Ĉiuj komandoj:", self.run_there("handler-one", "--help", LC_ALL=locale,
                                                        LANGUAGE="xx"))
        self.assertNotIn("Ĉiuj komandoj:", english)

    def test_window(self):
        self.run_there(str(self.machine.folder / "tools/run-under-xvfb"), "handler-one", "--demo",
                       "--seconds", "4", "--screenshot-dir", "shots")
        shots = list((self.machine.folder / "home/shots").glob("*.png"))
        self.assertGreater(len(shots), 5)
        self.assertTrue(all(shot.stat().st_size > 3000 for shot in shots))

    def test_desktop(self):
        tools = self.machine.folder / "tools"
        replay = self.machine.folder / "home/desktop.h1replay"
        self.run_there("handler-one", "simulate", "three-hills", "--until", "5", "--json",
                       "--replay", str(replay))
        save = self.machine.folder / "home/desktop.h1save"
        self.run_there("handler-one", "simulate", "three-hills", "--until", "5", "--json", "--save", str(save))
        scenario = self.machine.folder / "home/mine.h1scenario.json"
        shutil.copy(self.machine.share / "handler-one/scenarios/training.json", scenario)
        told = self.run_there(str(tools / "run-under-xvfb"), sys.executable,
                              str(tools / "desktop_story.py"), str(replay), str(save), str(scenario),
                              GTK_A11Y="atspi")
        self.assertTrue(told.endswith("done\n"), told)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
