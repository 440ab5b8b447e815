#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`./dev fuzz` for some seconds a target: each runs, gets somewhere, and finds nothing.

usage: fuzz_shortly.py SOURCE-FOLDER
"""

import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(sys.argv[1])
TARGETS = sorted(path.stem.removeprefix("fuzz-") for path in (SOURCE / "tests/fuzz").glob("fuzz-*.c")
                 if path.stem != "fuzz-main")

done = subprocess.run([SOURCE / "dev", "fuzz", "--seconds", "15"], stdin=subprocess.DEVNULL,
                      capture_output=True, text=True, check=False)
print(done.stdout[-20000:], done.stderr[-20000:], sep="\n")
assert done.returncode == 0, done.returncode
runs = dict(re.findall(r"(?m)^dev: fuzz-([a-z-]+): (\d+) runs", done.stderr))
assert sorted(runs) == TARGETS, (runs, TARGETS)
assert all(int(n) > 20 for n in runs.values()), runs
