#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program built without speech: it does not want espeak-ng, says so where speech was asked for, and plays
the same battles.

usage: test_no_speech.py PROGRAM-WITHOUT PROGRAM
"""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM, ORDINARY = sys.argv[1:3]
DONE, BAD_INPUT, BAD_USAGE, OUTSIDE = range(4)


class WithoutSpeech(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_program(self, program, *arguments):
        return subprocess.run([program, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, env=dict(os.environ, XDG_DATA_HOME=str(self.folder)), timeout=100)

    def test_links_without_the_synthesiser(self):
        wanted = subprocess.run(["readelf", "-d", PROGRAM], check=True, capture_output=True, text=True).stdout
        self.assertIn("libgstreamer", wanted)
        self.assertNotIn("espeak", wanted)
        symbols = subprocess.run(["nm", "--undefined-only", PROGRAM], check=True, capture_output=True, text=True)
        self.assertNotIn("espeak_", symbols.stdout)

    def test_say(self):
        path = self.folder / "say.wav"
        for more in [[], ["--language", "de"], ["--voice", "desk", "--dry"]]:
            done = self.run_program(PROGRAM, "say", "Contact", "--output", path, *more)
            self.assertEqual(done.returncode, OUTSIDE)
            self.assertRegex(done.stderr, "^handler-one: Built without speech")
            self.assertFalse(path.exists())
        # What is wrong for another reason is told as ever.
        self.assertEqual(self.run_program(PROGRAM, "say", "Contact").returncode, BAD_USAGE)
        done = self.run_program(PROGRAM, "say", "Contact", "--output", path, "--voice", "kestrle")
        self.assertEqual((done.returncode, "kestrel" in done.stderr), (BAD_INPUT, True))

    def test_battles_are_the_same(self):
        hashes = {self.run_program(program, "hash", "training", "--until", "60").stdout
                  for program in [PROGRAM, ORDINARY]}
        self.assertRegex("".join(hashes), "^[0-9a-f]{16}\n$")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
