#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each catalogue of po/LINGUAS compiles, has the placeholders of the original, leaves names alone,
and is whole if po/COMPLETE says so.

usage: test_catalogues.py SOURCE_ROOT [UNITTEST-ARGS]
"""

import json
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1))
PO = ROOT / "po"
sys.path.insert(0, str(PO))
import catalogue  # noqa: E402

BRACES = re.compile(r"\{[a-z_]+\}")
GRID = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,2}[0-9]{2}(?:-[1-9])?(?![0-9])")
# Options, files and commands as they are typed.
TYPED = re.compile(r"--[a-z][a-z-]+|handler-one|[a-z-]+\.(?:json|h1replay|h1save|wav)\b|“[a-z]+-[a-z-]+”")
# What a voice reads by sound: kana, what stretches and stops it, and places for values.
KANA = re.compile(r"[\u3041-\u309f\u30a0-\u30ff 、。！？…・]*")
SPEECH = "speech"


def call_signs_of(path):
    found, places = set(), set()

    def walk(value, key=""):
        if isinstance(value, dict):
            if isinstance(value.get("call_sign"), str):
                found.add(value["call_sign"])
            if key == "places" and isinstance(value.get("name"), str):
                places.update(value["name"].split())
            for name, below in value.items():
                walk(below, name)
        if isinstance(value, list):
            for below in value:
                walk(below, key)

    walk(json.loads(path.read_text(encoding="utf-8")))
    # A word that is a place there too may be the place.
    return found - places


CALL_SIGNS = {path.relative_to(ROOT / "data").as_posix(): call_signs_of(path)
              for path in (ROOT / "data").rglob("*.json") if "schema" not in path.parts}
EVERY_CALL_SIGN = set().union(*CALL_SIGNS.values())


def originals(message):
    return [message.msgid] if message.plural is None else [message.msgid, message.plural]


def call_signs_in(text, context):
    """Of texts of data, those of their own file: elsewhere the same word is a word."""
    known = CALL_SIGNS.get((context or "").split(":/")[0], EVERY_CALL_SIGN)
    return {name for name in known if re.search(rf"\b{re.escape(name)}\b", text)}


def names_in(text, context=None):
    """What stands the same in every language."""
    return ({name for pattern in (GRID, TYPED) for name in pattern.findall(text)}
            | call_signs_in(text, context))


def placeholder_problems(message):
    wanted = set().union(*(BRACES.findall(text) for text in originals(message)))
    # “one machine” needs no number.
    needed = set() if message.plural is not None else wanted
    for text in message.translations.values():
        found = set(BRACES.findall(text))
        if text and not needed <= found:
            yield f"lacks {', '.join(sorted(needed - found))}"
        if not found <= wanted:
            yield f"has {', '.join(sorted(found - wanted))}, which nothing fills"
        if len(BRACES.sub("", text)) != len(re.sub(r"[{}]", "", BRACES.sub("", text))):
            yield "has a brace that belongs to no placeholder"


def name_problems(message):
    wanted = set.intersection(*(names_in(text, message.context) for text in originals(message)))
    for text in message.translations.values():
        lost = [name for name in wanted if name not in text]
        if text and lost:
            yield f"changes {', '.join(sorted(lost))}"


def edge_problems(message):
    for text in message.translations.values():
        if text.strip(" \u3000\t") != text and message.msgid.strip(" ") == message.msgid:
            yield "begins or ends with a space"


def sound_problems(message):
    for text in message.translations.values():
        rest = KANA.sub("", BRACES.sub("", text))
        if rest:
            yield f"has “{rest}”, which the voice can not read"


class Catalogue:
    def __init__(self, language):
        self.language = language
        self.path = PO / f"{language}.po"
        self.messages = catalogue.live(catalogue.read(self.path))
        self.by_sound = language in catalogue.words("BY-SOUND")

    def problems(self):
        for message in self.messages:
            if message.fuzzy:
                yield f"{message}: is only a guess (fuzzy)"
            rules = [placeholder_problems, edge_problems]
            if message.context != SPEECH:
                rules.append(name_problems)
            elif self.by_sound:
                rules.append(sound_problems)
            for rule in rules:
                for problem in rule(message):
                    yield f"{message}: {problem}"

    def missing(self):
        """Untranslated; what is spoken may be said as it is written, where a voice can read that."""
        written = {}
        for message in self.messages:
            if message.context != SPEECH:
                written.setdefault(message.msgid, []).append(message.translated)
        for message in self.messages:
            if message.translated:
                continue
            if message.context == SPEECH and not self.by_sound and all(written.get(message.msgid, [False])):
                continue
            yield str(message)


class Languages(unittest.TestCase):
    def each(self):
        for language in catalogue.languages():
            yield Catalogue(language)

    def assert_none(self, found):
        found = list(found)
        self.assertEqual(found, [], "\n" + "\n".join(found[:60]))

    def test_compiles(self):
        for each in self.each():
            with self.subTest(language=each.language):
                done = subprocess.run(
                    ["msgfmt", "--check", "--check-accelerators=_", "--output-file=/dev/null", each.path],
                    stderr=subprocess.PIPE, text=True, env=catalogue.ENVIRONMENT)
                self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_language_of_the_head(self):
        for each in self.each():
            head = next(m for m in catalogue.read(each.path) if m.is_header)
            self.assertIn(f"\nLanguage: {each.language}\n", head.translations[0])
            self.assertIn("\nContent-Type: text/plain; charset=UTF-8\n", head.translations[0])

    def test_messages(self):
        for each in self.each():
            with self.subTest(language=each.language):
                self.assert_none(each.problems())

    def test_up_to_date(self):
        """The catalogue has the messages of the sources: none is missing, none is left over."""
        keys = {m.key for m in catalogue.live(catalogue.parse(catalogue.template()))}
        for each in self.each():
            with self.subTest(language=each.language):
                have = {message.key for message in each.messages}
                self.assert_none(f"not in the catalogue: {key}" for key in sorted(keys - have, key=str))
                self.assert_none(f"not in the sources: {key}" for key in sorted(have - keys, key=str))

    def test_complete(self):
        complete = catalogue.words("COMPLETE")
        for each in self.each():
            if each.language in complete:
                with self.subTest(language=each.language):
                    self.assert_none(each.missing())


class TheRules(unittest.TestCase):
    """Each finds what it looks for."""

    @staticmethod
    def message(msgid, text, context=None, plural=None):
        entry = [f'msgctxt "{context}"'] if context else []
        entry += [f'msgid "{catalogue.escape(msgid)}"']
        if plural:
            entry += [f'msgid_plural "{plural}"', f'msgstr[0] "{text}"', f'msgstr[1] "{text}"']
        else:
            entry += [f'msgstr "{catalogue.escape(text)}"']
        return catalogue.parse("\n".join(entry))[0]

    def test_placeholders(self):
        def found(*arguments, **more):
            return bool(list(placeholder_problems(self.message(*arguments, **more))))
        self.assertFalse(found("On the way to {grid}.", "Unterwegs nach {grid}."))
        self.assertTrue(found("On the way to {grid}.", "Unterwegs."))
        self.assertTrue(found("On the way to {grid}.", "Unterwegs nach {gird} {grid}."))
        self.assertTrue(found("On the way to {grid}.", "Unterwegs nach {grid}}."))
        self.assertFalse(found("{count} round", "ein Schuss", plural="{count} rounds"))

    def test_names(self):
        def found(*arguments):
            return bool(list(name_problems(self.message(*arguments))))
        self.assertFalse(found("Heron, move to D04-7", "Heron, nach D04-7"))
        self.assertTrue(found("Heron, move to D04-7", "Reiher, nach D04-7"))
        self.assertTrue(found("Heron, move to D04-7", "Heron, nach D4-7"))
        self.assertTrue(found("try --help", "--hilfe"))
        self.assertFalse(found("a heron", "ein Reiher"))

    def test_sound(self):
        def found(text):
            return bool(list(sound_problems(self.message("x", text, "speech"))))
        self.assertFalse(found("アンダーテイカー、{grid} へ いどう。"))
        self.assertTrue(found("アンダーテイカー、{grid} へ移動。"))
        self.assertTrue(found("T07 へ"))

    def test_edges(self):
        self.assertTrue(list(edge_problems(self.message("Hold", "Halten "))))
        self.assertFalse(list(edge_problems(self.message("Hold", "Halten"))))

    def test_every_complete_language_is_known(self):
        """A name that nobody has can not be checked: it would pass."""
        for language in catalogue.words("COMPLETE") + catalogue.words("BY-SOUND"):
            self.assertRegex(language, r"^[a-z]{2,3}(_[A-Z]{2})?$")
            self.assertTrue((PO / f"{language}.po").exists(), language)


if __name__ == "__main__":
    unittest.main()
