#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/data-texts.c and po/speech-texts.c are what po/extract-texts makes of data/ and src/.

usage: test_texts.py SOURCE_ROOT [UNITTEST-ARGS]
"""

import difflib
import pathlib
import subprocess
import sys
import tempfile
import unittest

PO = pathlib.Path(sys.argv.pop(1)) / "po"


class Collected(unittest.TestCase):
    def test_as_committed(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([PO / "extract-texts", folder], check=True)
            for name in ("data-texts.c", "speech-texts.c"):
                now = (PO / name).read_text(encoding="utf-8").splitlines()
                made = (pathlib.Path(folder) / name).read_text(encoding="utf-8").splitlines()
                change = "\n".join(difflib.unified_diff(now, made, f"po/{name}", "made", lineterm=""))
                self.assertEqual(now, made, f"po/update was not run:\n{change}")


if __name__ == "__main__":
    unittest.main()
