#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop is told of the program: true, within the limits of software centres, in one voice.

usage: test_metadata.py SOURCE_ROOT VERSION METAINFO DESKTOP_FILE MIME_FILE

The last three are the merged files that are installed; their validators run as tests of their own.
"""

import configparser
import json
import pathlib
import re
import struct
import sys
import unittest
import xml.etree.ElementTree as ET

ROOT, VERSION = pathlib.Path(sys.argv[1]), sys.argv[2]
METAINFO, DESKTOP, MIME = (pathlib.Path(name) for name in sys.argv[3:6])
ID = "io.github.handlerone.HandlerOne"
# Where the project intends to live.  One place, everywhere.
ADDRESS = "https://github.com/handlerone/handler-one"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TYPES = "{http://www.freedesktop.org/standards/shared-mime-info}"
SVG = "{http://www.w3.org/2000/svg}"


def english(elements):
    return [element for element in elements if LANGUAGE not in element.attrib]


def png_size(path):
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n" and data[12:16] == b"IHDR", path
    return struct.unpack(">II", data[16:24])


class Metainfo(unittest.TestCase):
    def setUp(self):
        self.root = ET.parse(METAINFO).getroot()

    def text(self, path):
        return english(self.root.findall(path))[0].text

    def test_names_fit(self):
        self.assertLess(len(self.text("name")), 20)
        self.assertLessEqual(len(self.text("summary")), 35)
        self.assertFalse(self.text("summary").endswith("."))
        for caption in english(self.root.findall("screenshots/screenshot/caption")):
            self.assertLessEqual(len(caption.text), 100)
            self.assertFalse(caption.text.endswith("."), caption.text)

    def test_one_address(self):
        urls = {url.get("type"): url.text for url in self.root.findall("url")}
        self.assertLessEqual({"homepage", "bugtracker", "vcs-browser", "contribute", "translate"},
                             set(urls))
        for url in urls.values():
            self.assertTrue(url == ADDRESS or url.startswith(ADDRESS + "/"), url)
        for kind in ("help", "contribute", "translate"):
            path = re.sub(r"^/(?:blob|tree)/main/", "", urls[kind].removeprefix(ADDRESS))
            self.assertTrue((ROOT / path).exists(), urls[kind])
        self.assertTrue(ADDRESS in (ROOT / "CONTRIBUTING.md").read_text(), "not in CONTRIBUTING.md")

    def test_schemas_have_that_address_too(self):
        for path in (ROOT / "data/schema").glob("*.json"):
            self.assertEqual(json.loads(path.read_text())["$id"],
                             f"{ADDRESS}/raw/main/data/schema/{path.name}")

    def test_screenshots(self):
        shots = self.root.findall("screenshots/screenshot")
        self.assertIn(len(shots), range(3, 7))
        self.assertEqual([shot.get("type") for shot in shots], ["default"] + [None] * (len(shots) - 1))
        for shot in shots:
            url = shot.find("image").text
            self.assertTrue(url.startswith(f"{ADDRESS}/raw/main/data/screenshots/"), url)
            path = ROOT / url.removeprefix(f"{ADDRESS}/raw/main/")
            width, height = png_size(path)
            self.assertTrue(300 <= width <= 1000 and 300 <= height <= 700, (path, width, height))
            self.assertLess(path.stat().st_size, 250_000, path)
            self.assertEqual(len(english(shot.findall("caption"))), 1)

    def test_no_screenshot_is_left_over(self):
        named = {pathlib.Path(image.text).name for image in self.root.iter("image")}
        self.assertEqual(named, {path.name for path in (ROOT / "data/screenshots").glob("*.png")})

    def test_release_of_this_version_first(self):
        releases = self.root.findall("releases/release")
        self.assertEqual(releases[0].get("version"), VERSION)
        for release in releases:
            self.assertTrue("".join(english(release.findall("description/p"))[0].itertext()).strip())

    def test_two_colours(self):
        colours = {colour.get("scheme_preference"): colour.text
                   for colour in self.root.findall("branding/color")}
        self.assertEqual(set(colours), {"light", "dark"})
        for colour in colours.values():
            self.assertRegex(colour, "^#[0-9a-f]{6}$")

    def test_what_the_stories_hold_is_rated(self):
        rating = self.root.find("content_rating")
        self.assertEqual(rating.get("type"), "oars-1.1")
        values = {value.get("id"): value.text for value in rating}
        for needed in ("violence-fantasy", "violence-realistic", "violence-bloodshed",
                       "violence-slavery", "language-discrimination"):
            self.assertIn(values.get(needed), ("mild", "moderate", "intense"), needed)
        # There is no network, so nobody to talk to and nothing to buy.
        for absent in ("social-info", "social-audio", "money-purchasing"):
            self.assertEqual(values.get(absent), "none")
        self.assertEqual([entry.text for entry in self.root.findall("supports/internet")],
                         ["offline-only"])


class Desktop(unittest.TestCase):
    def setUp(self):
        self.file = configparser.ConfigParser(interpolation=None)
        self.file.optionxform = str
        self.file.read(DESKTOP, encoding="utf-8")
        self.entry = self.file["Desktop Entry"]

    def test_kinds_of_files_agree(self):
        kinds = sorted(kind for kind in self.entry["MimeType"].split(";") if kind)
        provided = ET.parse(METAINFO).getroot().findall("provides/mediatype")
        defined = ET.parse(MIME).getroot().findall(f"{TYPES}mime-type")
        self.assertEqual(kinds, sorted(kind.text for kind in provided))
        self.assertEqual(kinds, sorted(kind.get("type") for kind in defined))
        self.assertEqual(len(kinds), 3)

    def test_activated_by_its_id(self):
        self.assertEqual(self.entry["DBusActivatable"], "true")
        self.assertEqual(self.entry["Icon"], ID)
        self.assertTrue(DESKTOP.name.startswith(ID) and MIME.name == f"{ID}.xml")

    def test_summary_and_comment_do_not_contradict(self):
        summary = english(ET.parse(METAINFO).getroot().findall("summary"))[0].text
        self.assertTrue(self.entry["Comment"].startswith(summary))


class Icons(unittest.TestCase):
    def load(self, name):
        path = ROOT / "data/desktop/icons" / name
        return path.read_text(), ET.parse(path).getroot()

    def test_full(self):
        text, root = self.load(f"{ID}.svg")
        self.assertEqual(root.get("viewBox"), "0 0 128 128")
        for element in root.iter():
            # No letters, no pictures from outside, nothing that only some renderers know.
            self.assertNotIn(element.tag.removeprefix(SVG),
                             ("text", "image", "use", "filter", "style", "foreignObject"))
        self.assertNotIn("href", text)

    def test_symbolic_takes_any_colour(self):
        _, root = self.load(f"{ID}-symbolic.svg")
        self.assertEqual(root.get("viewBox"), "0 0 16 16")
        fills = set()
        for element in root.iter():
            self.assertIn(element.tag.removeprefix(SVG), ("svg", "g", "path", "rect", "circle"))
            self.assertFalse({"stroke", "style", "opacity", "fill-opacity", "class"}
                             & set(element.attrib), element.attrib)
            fills.add(element.get("fill"))
        self.assertEqual(fills - {None}, {"#222222"})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
