#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The stand-in runtime is made once, whole, and failures say what to do.  What makes it is replaced here
by something quick; the test "flatpak" makes a real one.

usage: test_stand_in.py SOURCE_ROOT
"""

import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest
from pathlib import Path

SOURCE_ROOT = sys.argv[1]

# Stands in for what makes the repository and installs from it.
FILL = """
fill_stand_in() {
  echo call >>"$CALLS"
  mkdir -p "$stand_in_folder/repo/objects/aa" "$stand_in_folder/installation/runtime/x/y/z"
  touch "$stand_in_folder/repo/objects/aa/1.file"
  [[ -z ${TAKES-} ]] || sleep "$TAKES"
  [[ -z ${FAIL_WITH-} ]] || { echo "$FAIL_WITH" >&2; return 1; }
}
"""


class StandIn(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.calls = self.root / "calls"
        (self.root / "trees" / "some-tree").mkdir(parents=True)

    def start(self, commands="", **changes):
        script = textwrap.dedent(f"""\
            set -u
            source_dir={SOURCE_ROOT}
            for part in common system tree enter build verbs flatpak; do . "$source_dir/build-aux/$part.sh"; done
            tree={self.root}/trees/some-tree
            {{}}
            {{}}
            set_up_stand_in
            echo "$stand_in_folder"
            """).format(FILL, commands)
        return subprocess.Popen(["bash", "-c", script], env=dict(os.environ, CALLS=str(self.calls), **changes),
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)

    def make(self, commands="", **changes):
        process = self.start(commands, **changes)
        out, err = process.communicate(timeout=60)
        return process.returncode, out.strip(), err

    def n_calls(self):
        return len(self.calls.read_text().splitlines()) if self.calls.exists() else 0

    def test_made_once(self):
        status, made, _ = self.make()
        self.assertEqual((status, self.n_calls()), (0, 1))
        self.assertTrue(made.startswith(str(self.root / "trees" / "flatpak")))
        self.assertEqual(self.make()[:2], (0, made))
        self.assertEqual(self.n_calls(), 1)

    def test_made_again_for_another_tree_or_script(self):
        made = {self.make(commands)[1] for commands in
                ["", f"tree={self.root}/trees/other-tree", "stand_in_recipe=other",
                 f"mkdir -p {self.root}/copy && cp -r $source_dir/flatpak {self.root}/copy && "
                 f"source_dir={self.root}/copy && echo '# changed' >>{self.root}/copy/flatpak/make-stand-in-runtime"]}
        self.assertEqual((len(made), self.n_calls()), (4, 4))

    def test_damage_is_noticed(self):
        damages = {"stamp": lambda made: os.unlink(f"{made}/stamp"),
                   "empty stamp": lambda made: Path(f"{made}/stamp").write_text(""),
                   "object": lambda made: os.unlink(f"{made}/repo/objects/aa/1.file"),
                   "installation": lambda made: os.rmdir(f"{made}/installation/runtime/x/y/z")}
        for number, (name, damage) in enumerate(damages.items()):
            with self.subTest(damage=name):
                _, made, _ = self.make()
                damage(made)
                status, again, said = self.make()
                self.assertEqual((status, again, self.n_calls()), (0, made, number + 2))
                self.assertIn("damaged", said)

    def test_half_made_is_made_again(self):
        process = self.start(TAKES="30")
        end = time.monotonic() + 30
        while not self.calls.exists() and time.monotonic() < end:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        status, _, said = self.make()
        self.assertEqual((status, self.n_calls()), (0, 2))
        self.assertIn("half-made", said)

    def test_two_at_once_make_one(self):
        both = [self.start(TAKES="1") for _ in range(2)]
        made = [process.communicate(timeout=60)[0] for process in both]
        self.assertEqual((made[0], self.n_calls()), (made[1], 1))

    def test_failures_say_what_to_do(self):
        for failure, advice in {"error: Writing object: No space left on device": "no space left",
                                "bwrap: Creating new namespace failed: Operation not permitted": "user namespaces",
                                "fatal: unable to access 'https://…': Could not resolve host": "network",
                                "error: Could not connect: No such file or directory": "message bus"}.items():
            with self.subTest(failure=failure):
                status, made, said = self.make(FAIL_WITH=failure)
                self.assertEqual((status, made), (3, ""))
                self.assertIn(advice, said)
                self.assertEqual(list((self.root / "trees" / "flatpak").glob("*/stamp")), [])

    def test_full_disk_is_said_before(self):
        status, _, said = self.make("flatpak_needs_mib=999999999")
        self.assertEqual((status, self.n_calls()), (3, 0))
        self.assertIn("Free some space", said)

    def test_old_ones_are_swept(self):
        old, recent = (self.root / "trees" / "flatpak" / name for name in ["0123456789ab", "ba9876543210"])
        for made in [old, recent]:
            made.mkdir(parents=True)
            (made / "stamp").write_text("x\n")
        os.utime(old / "stamp", (0, 0))
        self.make()
        self.assertEqual((old.exists(), recent.exists()), (False, True))

    def test_missing_programs_are_named(self):
        """A user who may not install them is told how to."""
        with tempfile.TemporaryDirectory() as empty:
            for name in ["bash", "sed", "cat", "paste", "grep"]:
                os.symlink(f"/usr/bin/{name}", f"{empty}/{name}")
            script = textwrap.dedent(f"""\
                source_dir={SOURCE_ROOT}
                for part in common system tree enter build verbs flatpak; do . "$source_dir/build-aux/$part.sh"; done
                find_build_dir() {{ :; }}
                inside_tree() {{ false; }}
                verb_flatpak
                """)
            done = subprocess.run(["/usr/bin/bash", "-c", script], env={"PATH": empty, "HOME": empty},
                                  stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 3)
        for text in ["flatpak flatpak-builder ostree eu-strip", "sudo apt-get install flatpak flatpak-builder"]:
            self.assertIn(text, done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
