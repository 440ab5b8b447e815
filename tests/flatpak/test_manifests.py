#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manifests agree with each other, with the project's version, and are pinned.

usage: test_manifests.py SOURCE_ROOT PROJECT_VERSION
"""

import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE_ROOT, VERSION = Path(sys.argv[1]), sys.argv[2]
APPLICATION = "io.github.handlerone.HandlerOne"
DERIVE = SOURCE_ROOT / "flatpak" / "derive-manifest"
RELEASE = SOURCE_ROOT / "flatpak" / f"{APPLICATION}.json"


def derive(*arguments):
    return subprocess.run([sys.executable, DERIVE, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def without_own_source(manifest):
    manifest = json.loads(json.dumps(manifest))
    for module in manifest["modules"]:
        if module["name"] == "handler-one":
            del module["sources"]
    return manifest


class Manifests(unittest.TestCase):
    def setUp(self):
        self.release = json.loads(RELEASE.read_text(encoding="utf-8"))

    def test_committed_development_manifest_is_the_derived_one(self):
        committed = RELEASE.with_name(f"{APPLICATION}.Devel.json").read_text(encoding="utf-8")
        self.assertEqual(committed, derive("devel"), "run: flatpak/derive-manifest devel")

    def test_identity_and_permissions(self):
        self.assertEqual(self.release["id"], APPLICATION)
        self.assertEqual((self.release["runtime"], self.release["sdk"]), ("org.gnome.Platform", "org.gnome.Sdk"))
        self.assertEqual(self.release["finish-args"],
                         ["--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri",
                          "--socket=pulseaudio"])

    def test_every_foreign_source_is_pinned(self):
        for module in self.release["modules"]:
            for source in module["sources"]:
                with self.subTest(module=module["name"]):
                    self.assertEqual(source["type"], "git")
                    if "url" in source:
                        self.assertTrue(source["url"].startswith("https://"))
                        self.assertRegex(source["commit"], r"^[0-9a-f]{40}$")
                        self.assertNotIn("branch", source)

    def test_own_source_is_this_version(self):
        own = [module for module in self.release["modules"] if module["name"] == "handler-one"][0]
        self.assertEqual(own["sources"], [{"type": "git", "path": "..", "tag": f"v{VERSION}"}])

    def test_stand_in_differs_where_it_says(self):
        stand_in = json.loads(derive("stand-in", str(SOURCE_ROOT)))
        expected = without_own_source(self.release)
        expected.update({"branch": "devel", "runtime-version": self.release["runtime-version"] + "-stand-in",
                         "appstream-compose": False,
                         "modules": [module for module in expected["modules"] if module["name"] == "handler-one"]})
        expected["build-options"]["strip"] = True
        self.assertEqual(without_own_source(stand_in), expected)
        source = stand_in["modules"][0]["sources"][0]
        self.assertEqual((source["type"], source["path"]), ("dir", str(SOURCE_ROOT)))

    def test_release_names_the_commit_of_its_tag(self):
        with tempfile.TemporaryDirectory() as repository:
            def git(*arguments):
                return subprocess.run(["git", "-C", repository, "-c", "user.name=x", "-c", "user.email=x@example.org",
                                       *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
            git("init", "-q")
            git("commit", "-q", "--allow-empty", "-m", "one")
            git("tag", "-a", "-m", "release", f"v{VERSION}")
            tagged = git("rev-parse", "HEAD")
            git("commit", "-q", "--allow-empty", "-m", "two")
            manifest = json.loads(derive("release", repository))
        self.assertEqual(manifest["modules"][-1]["sources"],
                         [{"type": "git", "path": "..", "tag": f"v{VERSION}", "commit": tagged}])

    def test_builder_reads_it(self):
        """flatpak-builder warns of what it does not know, and shows what it understood."""
        with tempfile.TemporaryDirectory() as elsewhere:  # it makes a folder for its state where it runs
            done = subprocess.run([SOURCE_ROOT / "build-aux" / "on-host", "flatpak-builder", "--show-manifest", RELEASE],
                                  cwd=elsewhere, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True)
        self.assertEqual((done.returncode, re.findall(r"(?i)^.*(?:unknown|warning).*$", done.stderr, re.MULTILINE)),
                         (0, []))
        self.assertEqual(json.loads(done.stdout)["finish-args"], self.release["finish-args"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
