#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The source archive that `meson dist` makes is whole.

usage: test_archive.py MESON SOURCE_ROOT BUILD_ROOT quick|whole

quick: it holds every file of the commit, can be configured without the checkout, misses nothing that
the build wants, and its lowest rooms and its resources are really built.
whole: all of it is built, tested and installed from the archive (many minutes).
It is made from the last commit: what is not committed is in neither.
"""

import fcntl
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import unittest

MESON, SOURCE, BUILD, PART = sys.argv[1:5]
TARGETS = ["src/base/libbase.a", "src/sim/libsim.a", "src/picture/libpicture.a",
           "resources/handler-resources.c"]

# Whoever runs this may not own the checkout.
ENVIRONMENT = dict(os.environ, GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="safe.directory",
                   GIT_CONFIG_VALUE_0="*")


def run(*command, **more):
    done = subprocess.run(command, env=ENVIRONMENT, stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **more)
    if done.returncode != 0:
        raise AssertionError(f"{command} ended with {done.returncode}:\n{done.stdout[-6000:]}")
    return done.stdout


def make(*options):
    # meson unpacks below the build folder, always at the same place: one at a time.
    with open(pathlib.Path(BUILD, "meson-private/handler-one-archive.lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return make_alone(*options)


def make_alone(*options):
    run(MESON, "dist", "-C", BUILD, "--allow-dirty", "--formats", "gztar", *options)
    archives = sorted(pathlib.Path(BUILD, "meson-dist").glob("handler-one-*.tar.gz"),
                      key=lambda path: path.stat().st_mtime)
    return archives[-1]


class Quick(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        with tarfile.open(make("--no-tests")) as archive:
            archive.extractall(folder, filter="data")
        (cls.top,) = folder.iterdir()
        cls.build = folder / "build"

    def test_holds_every_file(self):
        listed = run("git", "-C", SOURCE, "ls-tree", "-r", "--name-only", "-z", "HEAD")
        wanted = set(filter(None, listed.split("\0")))
        held = {str(path.relative_to(self.top)) for path in self.top.rglob("*") if path.is_file()}
        self.assertGreater(len(wanted), 300)
        self.assertEqual(wanted ^ held, set())

    def test_builds(self):
        build = self.build
        run(MESON, "setup", "--fatal-meson-warnings", "-Dwerror=true", str(build), cwd=self.top)
        # A dry run fails when a source of any target is missing.
        run("ninja", "-C", str(build), "-n", "all", "meson-test-prereq")
        targets = run("ninja", "-C", str(build), "-t", "targets", "all")
        data = [line.split(":")[0] for line in targets.splitlines()
                if line.startswith(("data/desktop/", "po/")) and "CUSTOM_COMMAND" in line]
        self.assertGreater(len(data), 3)
        run("nice", "ninja", "-C", str(build), *TARGETS, *data)


class Whole(unittest.TestCase):
    def test_builds_passes_and_installs(self):
        # meson's own check of an archive: configure, build, test, install.
        make()


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "Quick" if PART == "quick" else "Whole"])
