#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves each rule of rooms.toml: plants a violation and expects check_rooms.py to reject it.

usage: test_rooms.py SOURCE_ROOT BUILD_ROOT NINJA
"""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import check_rooms

SOURCE_ROOT, BUILD_ROOT, NINJA = sys.argv[1:4]
MODULES = ["gtk4", "libadwaita-1", "json-glib-1.0", "gstreamer-1.0", "gstreamer-app-1.0", "espeak-ng",
           "pocketsphinx", "gio-unix-2.0"]
# One header and one function of each outside library.
LIBRARY_SAMPLES = {
    "glib": ("glib.h", "g_malloc"),
    "gio": ("gio/gio.h", "g_file_new_for_path"),
    "json-glib": ("json-glib/json-glib.h", "json_parser_new"),
    "gstreamer": ("gst/gst.h", "gst_init"),
    "espeak-ng": ("espeak-ng/speak_lib.h", "espeak_Initialize"),
    "pocketsphinx": ("pocketsphinx.h", "ps_init"),
    "libadwaita": ("adwaita.h", "adw_init"),
    "gtk": ("gtk/gtk.h", "gtk_init"),
}


def wanting(names):
    """A source whose object has these names as undefined symbols."""
    return "".join(f"extern void {name} ();\n" for name in names) + \
        "void *planted_wants[] = { " + ", ".join(names) + " };\n"


class Planted(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rules = check_rooms.Rules()
        cls.real = check_rooms.checker_of_build(SOURCE_ROOT, BUILD_ROOT, NINJA).defined
        cls.flags = subprocess.run(["pkg-config", "--cflags", *MODULES], check=True,
                                   capture_output=True, text=True).stdout.split()

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.src = Path(self.folder.name) / "src"
        for room in ["base", "sim", "picture", "orders", "staff", "scenario", "campaign", "tutor", "engine",
                     "voice", "ui/review", "ui/map", "app", "resources"]:
            (self.src / room).mkdir(parents=True, exist_ok=True)

    def header(self, path, text=""):
        # The compiler takes headers of the same contents for one, so the path makes each its own.
        (self.src / path).write_text(f"/* {path} */\n#pragma once\n" + text)

    def compile(self, path, text):
        """Compiles a planted source as meson would, and returns object and opened headers."""
        source = self.src / path
        source.write_text(text)
        room = path.split("/")[0]
        target = self.src / room / f"lib{room}.a.p"
        target.mkdir(exist_ok=True)
        flat = path.split("/", 1)[1].replace("/", "_")
        obj, deps = target / (flat + ".o"), target / (flat + ".d")
        subprocess.run(["cc", "-c", "-w", f"-I{self.src}", f"-I{SOURCE_ROOT}/src", *self.flags, "-MD",
                        "-MF", deps, "-o", obj, source], check=True, cwd=self.folder.name)
        opened = deps.read_text().replace("\\\n", " ").split(":", 1)[1].split()
        return str(obj), opened

    def problems(self, path, text, others=()):
        """What the checker says of a planted source; `others` are planted sources beside it."""
        objects = {}
        for other in others:
            obj, opened = self.compile(*other)
            objects[obj] = opened
        obj, opened = self.compile(path, text)
        objects[obj] = opened
        roots = [os.path.join(SOURCE_ROOT, "src"), os.path.join(BUILD_ROOT, "src"), self.src]
        return check_rooms.Checker(self.rules, roots, objects, self.real).check_object(obj)

    def assert_rejected(self, said, part):
        self.assertTrue(any(part in line for line in said), f"no problem says \"{part}\": {said}")

    # --- the ways around an include folder

    def test_clean_source_passes(self):
        self.header("sim/sim-types.h", "typedef int PlantedId;\n")
        said = self.problems("picture/planted.c", '#include "sim/sim-types.h"\n#include <string.h>\n'
                             '#include <stdlib.h>\n#include <math.h>\n'
                             'unsigned long f (const char *s) { return strlen (s); }\n')
        self.assertEqual(said, [])

    def test_relative_include(self):
        self.header("sim/sim.h")
        said = self.problems("ui/map/planted.c", '#include "../../sim/sim.h"\n')
        self.assert_rejected(said, "opens sim/sim.h of sim")

    def test_bare_extern(self):
        world = ("sim/world.c", "void sim_planted_step (void *w) { }\n")
        call = "extern void sim_planted_step (void *);\nvoid f (void) { sim_planted_step (0); }\n"
        for path in ["picture/planted.c", "ui/map/planted.c", "staff/planted.c", "app/planted.c"]:
            self.assert_rejected(self.problems(path, call, [world]), "uses sim_planted_step of sim")

    def test_bare_extern_passes_where_allowed(self):
        world = ("sim/world.c", "void sim_planted_step (void *w) { }\n")
        call = "extern void sim_planted_step (void *);\nvoid f (void) { sim_planted_step (0); }\n"
        self.assertEqual(self.problems("engine/planted.c", call, [world]), [])

    def test_transitive_include(self):
        self.header("sim/sim.h")
        self.header("engine/planted-public.h", '#include "sim/sim.h"\n')
        said = self.problems("ui/planted.c", '#include "engine/planted-public.h"\n')
        self.assert_rejected(said, "opens sim/sim.h of sim")

    def test_definition_functions_are_not_for_the_window(self):
        definitions = ("sim/sim-def.c", "int sim_planted_default (void) { return 0; }\n")
        call = "extern int sim_planted_default (void);\nint f (void) { return sim_planted_default (); }\n"
        self.assert_rejected(self.problems("ui/planted.c", call, [definitions]),
                             "uses sim_planted_default of sim-def")
        self.assertEqual(self.problems("scenario/planted.c", call, [definitions]), [])

    def test_truth_is_for_the_review_alone(self):
        self.header("engine/engine-truth.h")
        truth = ("engine/engine-truth.c", "int engine_planted_truth (void) { return 0; }\n")
        include = '#include "engine/engine-truth.h"\n'
        call = "extern int engine_planted_truth (void);\nint f (void) { return engine_planted_truth (); }\n"
        said = self.problems("ui/map/planted.c", include + call, [truth])
        self.assert_rejected(said, "opens engine/engine-truth.h of engine-truth")
        self.assert_rejected(said, "uses engine_planted_truth of engine-truth")
        self.assertEqual(self.problems("ui/review/planted.c", include + call, [truth]), [])

    def test_what_holds_the_truth_is_not_for_the_window(self):
        """The real functions of the engine that reach the world, by a bare extern."""
        for name in ["engine_core_world", "engine_core_run", "engine_core_make_aftermath", "engine_quality_sample",
                     "engine_quality_figures", "engine_snapshot_restore", "engine_truth_units"]:
            for path in ["ui/planted.c", "ui/map/planted.c", "staff/planted.c", "voice/planted.c", "picture/planted.c"]:
                self.assert_rejected(self.problems(path, wanting([name])), f"uses {name} of engine-truth")
            self.assertEqual(self.problems("engine/planted.c", wanting([name])), [])

    def test_where_the_legion_comes_from_is_not_for_the_window(self):
        self.header("scenario/scenario-truth.h")
        truth = ("scenario/scenario-truth.c", "int scenario_planted_truth (void) { return 0; }\n")
        include = '#include "scenario/scenario-truth.h"\n'
        call = "extern int scenario_planted_truth (void);\nint f (void) { return scenario_planted_truth (); }\n"
        for room in ["ui/map", "ui/review", "voice", "staff"]:
            said = self.problems(f"{room}/planted.c", include + call, [truth])
            self.assert_rejected(said, "opens scenario/scenario-truth.h of scenario-truth")
            self.assert_rejected(said, "uses scenario_planted_truth of scenario-truth")
        self.assertEqual(self.problems("engine/planted.c", include + call, [truth]), [])
        # Nor by the back door: through a header of the engine.
        self.header("engine/engine.h", include)
        self.assert_rejected(self.problems("ui/map/planted.c", '#include "engine/engine.h"\n'),
                             "opens scenario/scenario-truth.h of scenario-truth")

    def test_private_header(self):
        self.header("engine/mailbox-private.h")
        said = self.problems("app/planted.c", '#include "engine/mailbox-private.h"\n')
        self.assert_rejected(said, "opens engine/mailbox-private.h, which is private")

    def test_header_that_is_not_public(self):
        self.header("voice/voice.h")
        self.header("voice/voice-mixer.h")
        said = self.problems("app/planted.c", '#include "voice/voice.h"\n#include "voice/voice-mixer.h"\n')
        self.assertEqual(len(said), 1)
        self.assert_rejected(said, "opens voice/voice-mixer.h, which is private")

    def test_public_headers_are_there(self):
        for room, patterns in self.rules.public.items():
            if os.path.isdir(f"{SOURCE_ROOT}/src/{room}"):
                for stem in patterns:
                    self.assertTrue(os.path.exists(f"{SOURCE_ROOT}/src/{stem}.h"), stem)

    # --- rooms without GLib: no clock, file, thread, inexact function

    def test_pure_headers(self):
        for room in ["base", "sim", "picture"]:
            headers = ["time.h", "pthread.h", "unistd.h", "fcntl.h", "threads.h", "locale.h",
                       "sys/stat.h", "signal.h"]
            said = self.problems(f"{room}/planted.c", "".join(f"#include <{h}>\n" for h in headers))
            for header in headers:
                self.assert_rejected(said, f"opens <{header}>")
        for room in ["base", "sim"]:
            self.assert_rejected(self.problems(f"{room}/planted.c", "#include <stdio.h>\n"),
                                 "opens <stdio.h>")

    def test_pure_functions(self):
        for room in ["base", "sim", "picture"]:
            said = self.problems(f"{room}/planted.c", wanting(self.impure))
            for name in self.impure:
                self.assert_rejected(said, f"calls {name}()")

    impure = ["time", "clock_gettime", "fopen", "printf", "pthread_create", "sin", "exp", "powf",
              "atan2", "setlocale", "open", "getenv"]

    def test_fortified_function_is_known(self):
        said = self.problems("sim/planted.c", wanting(["__memcpy_chk", "__printf_chk"]))
        self.assert_rejected(said, "calls printf()")
        self.assertEqual(len(said), 1)

    def test_banned_everywhere(self):
        names = ["rand", "system", "socket", "g_random_int", "json_object_get_int_member"]
        text = wanting(names)
        for room in self.rules.rooms:
            said = self.problems({"review": "ui/review"}.get(room, room) + "/planted.c", text)
            for name in names:
                self.assert_rejected(said, f"calls {name}(), which is banned")

    def test_unknown_symbol(self):
        said = self.problems("engine/planted.c", "extern void nobody (); void f (void) { nobody (); }\n")
        self.assert_rejected(said, "uses nobody, which is defined in no room")

    # --- the whole table: whatever a room may not use is rejected, header and symbol

    def test_every_forbidden_library(self):
        self.assertEqual(set(LIBRARY_SAMPLES), set(self.rules.libraries))
        for room, rule in self.rules.rooms.items():
            names = [name for name in LIBRARY_SAMPLES if name not in rule["libraries"]]
            calls = [LIBRARY_SAMPLES[name][1] for name in names]
            text = "".join(f"#include <{LIBRARY_SAMPLES[name][0]}>\n" for name in names)
            text += "void *planted[] = {" + ", ".join(calls) + "};\n"
            said = self.problems({"review": "ui/review"}.get(room, room) + "/planted.c", text)
            for name in names:
                with self.subTest(room=room, library=name):
                    self.assert_rejected(said, f"uses {LIBRARY_SAMPLES[name][1]} of {name}")
                    self.assertTrue(any("opens " in line and line.endswith(f" of {name}") for line in said))

    def test_every_forbidden_room(self):
        places = {"sim-types": "sim/sim-types", "sim-def": "sim/sim-def", "review": "ui/review/planted-other",
                  "engine-truth": "engine/engine-truth", "scenario-truth": "scenario/scenario-truth"}
        for group in self.rules.groups:
            places.setdefault(group, self.rules.public.get(group, [f"{group}/planted-other"])[0])
            self.header(places[group] + ".h")
        others = [(places[group] + ".c",
                   f"int planted_{group.replace('-', '_')};\n") for group in self.rules.groups]
        for room, rule in self.rules.rooms.items():
            own = self.rules.own_groups(room)
            headers = [g for g in self.rules.groups if g not in own | set(rule["uses"]) | set(rule.get("sees", []))]
            names = [g for g in self.rules.groups if g not in own | set(rule["uses"])]
            text = "".join(f'#include "{places[g]}.h"\n' for g in headers)
            text += wanting([f"planted_{g.replace('-', '_')}" for g in names])
            said = self.problems({"review": "ui/review"}.get(room, room) + "/planted.c", text, others)
            for group in headers:
                with self.subTest(room=room, header=group):
                    self.assertTrue(any("opens " in line and line.endswith(f" of {group}") for line in said), said)
            for group in names:
                with self.subTest(room=room, symbol=group):
                    self.assert_rejected(said, f"uses planted_{group.replace('-', '_')} of {group}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[4:])
