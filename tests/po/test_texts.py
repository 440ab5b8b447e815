#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/data-texts.c and po/speech-texts.c are what po/extract-texts makes of data/ and src/, and the
texts of data are those that the program really asks translations for.

usage: test_texts.py SOURCE_ROOT LIST_TEXTS [UNITTEST-ARGS]
"""

import difflib
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT, LIST_TEXTS = pathlib.Path(sys.argv.pop(1)), sys.argv.pop(1)
PO = ROOT / "po"
sys.path.insert(0, str(PO))
import catalogue  # noqa: E402

FOLDERS = ("rules", "scenarios", "campaigns")


class Collected(unittest.TestCase):
    def test_as_committed(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([PO / "extract-texts", folder], check=True)
            for name in ("data-texts.c", "speech-texts.c"):
                now = (PO / name).read_text(encoding="utf-8").splitlines()
                made = (pathlib.Path(folder) / name).read_text(encoding="utf-8").splitlines()
                change = "\n".join(difflib.unified_diff(now, made, f"po/{name}", "made", lineterm=""))
                self.assertEqual(now, made, f"po/update was not run:\n{change}")


class Asked(unittest.TestCase):
    """The words "translate" of the schemas and the readers in C name the same members."""

    def setUp(self):
        files = [path for name in FOLDERS for path in sorted((ROOT / "data" / name).rglob("*.json"))]
        done = subprocess.run([LIST_TEXTS, *files], check=True, stdout=subprocess.PIPE)
        pieces = done.stdout.decode().split("\0")[:-1]
        self.asked = set(zip(pieces[::2], pieces[1::2]))
        messages = catalogue.live(catalogue.parse(catalogue.xgettext("po/data-texts.c")))
        self.collected = {message.key for message in messages}

    def test_all_that_is_asked_for_is_collected(self):
        self.assertEqual(self.asked - self.collected, set())

    def test_all_that_is_collected_is_asked_for(self):
        self.assertEqual(self.collected - self.asked, set())
        self.assertGreater(len(self.collected), 80)

    def test_every_mark_is_tried(self):
        """No built-in file has a member of some kind: then this proves nothing of it."""
        marks = set()
        for path in (ROOT / "data" / "schema").glob("*.json"):
            marks |= set(self.marks(json.loads(path.read_text(encoding="utf-8"))))
        text = (PO / "data-texts.c").read_text(encoding="utf-8")
        for mark in marks:
            self.assertIn(mark.split("{")[0], text)
        self.assertGreater(len(marks), 8)

    def marks(self, schema):
        if isinstance(schema, dict):
            if isinstance(schema.get("translate"), str):
                yield schema["translate"]
            for value in schema.values():
                yield from self.marks(value)
        elif isinstance(schema, list):
            for value in schema:
                yield from self.marks(value)


if __name__ == "__main__":
    unittest.main()
