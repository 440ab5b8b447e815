#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`handler-one listen` as scripts meet it: what it hears of `handler-one say`, formats of sound, what is none.

usage: test_listen.py PROGRAM [UNITTEST-ARGS]; HANDLER_ONE_LISTENS=no: this build can not listen.
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest
import wave
from pathlib import Path

import noise

PROGRAM = sys.argv.pop(1)
DONE, BAD_INPUT, BAD_USAGE, OUTSIDE = range(4)
LISTENS = os.environ.get("HANDLER_ONE_LISTENS") != "no"


class Listen(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.sound = self.folder / "said.wav"

    def run_it(self, *arguments, **env):
        return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=120,
                              env=dict(os.environ, **env))

    def say(self, words):
        self.assertEqual(self.run_it("say", words, "--dry", "--output", self.sound).returncode, DONE)

    def hear(self):
        """As data: status and object."""
        done = self.run_it("listen", self.sound, "--scenario", "training", "--json")
        return done.returncode, json.loads(done.stdout)

    @unittest.skipUnless(LISTENS, "this build can not listen")
    def test_order(self):
        self.say("Kestrel, report position")
        status, heard = self.hear()
        self.assertEqual(status, DONE, heard)
        self.assertEqual(set(heard), {"heard", "order"})
        self.assertEqual(heard["heard"], "kestrel report position")
        typed = json.loads(self.run_it("order", "Kestrel, report position", "--scenario", "training",
                                       "--json").stdout)
        self.assertEqual(heard["order"], typed)
        self.assertIn("Kestrel, report position",
                      self.run_it("listen", self.sound, "--scenario", "training").stdout)

    @unittest.skipUnless(LISTENS, "this build can not listen")
    def test_kinds_of_wav(self):
        """Stereo of 44100, 8 bits of 11025 samples a second."""
        self.say("Kestrel, report position")
        with wave.open(str(self.sound)) as sound:
            rate, frames = sound.getframerate(), memoryview(sound.readframes(sound.getnframes())).cast("h")
        for channels, width, wanted in [(2, 2, 44100), (1, 1, 11025)]:
            picked = [frames[int(i * rate / wanted)] for i in range(int(len(frames) * wanted / rate))]
            with wave.open(str(self.sound), "wb") as sound:
                sound.setparams((channels, width, wanted, 0, "NONE", ""))
                sound.writeframes(b"".join(
                    (sample.to_bytes(2, "little", signed=True) if width == 2 else bytes([sample // 256 + 128]))
                    * channels for sample in picked))
            status, heard = self.hear()
            self.assertIn(status, [DONE, BAD_INPUT])
            self.assertIn("kestrel", heard["heard"])

    @unittest.skipUnless(LISTENS, "this build can not listen")
    def test_asks(self):
        """Half heard: it is not taken, and what it may be is told, the likeliest first."""
        order = "Kestrel, report ammunition"
        found = noise.say_unclearly(PROGRAM, order, str(self.sound))
        self.assertIsNotNone(found)
        status, heard = found
        self.assertEqual(status, BAD_INPUT)
        self.assertEqual(set(heard), {"heard", "order", "error", "asks"})
        self.assertIsNone(heard["order"])
        self.assertEqual(heard["error"]["reason"], f"Did you say: {order}?")
        typed = json.loads(self.run_it("order", order, "--scenario", "training", "--json").stdout)
        self.assertEqual(heard["asks"][0], typed)
        self.assertIn(f"Did you say: {order}?",
                      self.run_it("listen", self.sound, "--scenario", "training").stderr)

    @unittest.skipUnless(LISTENS, "this build can not listen")
    def test_say_again(self):
        with wave.open(str(self.sound), "wb") as sound:
            sound.setparams((1, 2, 16000, 0, "NONE", None))
            sound.writeframes(bytes(2 * 16000))
        status, heard = self.hear()
        self.assertEqual(status, BAD_INPUT)
        self.assertEqual(set(heard), {"heard", "order", "error"})
        self.assertIsNone(heard["order"])
        self.assertEqual(set(heard["error"]), {"reason", "understood", "nearest"})
        self.assertTrue(heard["error"]["reason"].startswith("Say again"))

    @unittest.skipUnless(LISTENS, "this build can not listen")
    def test_no_order(self):
        """A sentence of a story is never taken for an order; it may sound like one to two hearings of six."""
        self.say("Once upon a time there was a very old miller who had three sons")
        status, heard = self.hear()
        self.assertEqual(status, BAD_INPUT)
        self.assertIsNone(heard["order"])
        self.assertTrue(heard["error"]["reason"].startswith("Did you say" if "asks" in heard else "Say again"))

    @unittest.skipUnless(LISTENS, "this build can not listen")
    def test_no_sound(self):
        for content in [b"", b"hello", b"RIFF\xff\xff\xff\xffWAVE", os.urandom(5000)]:
            self.sound.write_bytes(content)
            done = self.run_it("listen", self.sound, "--scenario", "training", "--json")
            self.assertEqual((done.returncode, done.stdout), (BAD_INPUT, ""))
            self.assertIn("said.wav", done.stderr)
        self.sound.unlink()
        done = self.run_it("listen", self.sound, "--scenario", "training")
        self.assertEqual(done.returncode, OUTSIDE)
        self.assertIn("said.wav", done.stderr)
        self.say("Kestrel, report position")
        done = self.run_it("listen", self.sound, HANDLER_ONE_SPEECH_MODEL=str(self.folder))
        self.assertEqual(done.returncode, OUTSIDE)
        self.assertIn(str(self.folder), done.stderr)
        self.assertEqual(self.run_it("listen", self.sound, "--scenario", "no-such").returncode, BAD_INPUT)

    @unittest.skipIf(LISTENS, "this build can listen")
    def test_can_not_listen(self):
        done = self.run_it("listen", self.sound, "--scenario", "training")
        self.assertEqual((done.returncode, done.stdout), (OUTSIDE, ""))
        self.assertIn("cannot listen", done.stderr)

    def test_usage(self):
        self.assertEqual(self.run_it("listen").returncode, BAD_USAGE)
        self.assertEqual(self.run_it("listen", "a.wav", "--at", "never").returncode, BAD_USAGE)
        self.assertIn("--scenario", self.run_it("listen", "--help").stdout)
        self.assertIn("listen", self.run_it("--help").stdout)


if __name__ == "__main__":
    unittest.main()
