#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""json-glib's accessors abort or lie on a wrong type: only the readers may use them.

usage: test_accessors.py SOURCE_ROOT
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
READER = pathlib.Path("src/scenario/scenario-reader.c")
RAW = re.compile(r"\bjson_(object_get|object_dup|node_get|node_dup|array_get|array_dup|reader|"
                 r"object_foreach|array_foreach|parser|from_string)\w*\s*\(")

bad, seen = [], False
for path in sorted((ROOT / "src").rglob("*.[ch]")):
    name = path.relative_to(ROOT)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if RAW.search(line):
            seen |= name == READER
            if name != READER:
                bad.append(f"{name}:{number}: {line.strip()}")
if not seen:
    bad.append(f"{READER} uses none of them: this test looks for the wrong thing")
print("\n".join(bad), file=sys.stderr)
sys.exit(1 if bad else 0)
