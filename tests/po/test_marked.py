#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that somebody will read are marked for translation where they stand.

Looks at what Blueprint files and C calls show: literals of properties and arguments that are seen,
outside of any mark.  What is put together elsewhere is seen by the test of the pseudo-language.

usage: test_marked.py SOURCE_ROOT [UNITTEST-ARGS]
"""

import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1))
SOURCES = ROOT / "src"

# Properties of Blueprint whose strings are for the program, not for people.
TECHNICAL = {"action", "action-name", "action-target", "condition", "decoration-layout", "hidden-when", "icon-name", "id", "name",
             "secondary-icon-name", "size", "tag", "target", "styles", "resource", "css-name",
             "accessible-role", "pattern"}
# C functions, and which of their arguments is seen (from 0).
SEEN = {
    "g_set_error": [3], "g_set_error_literal": [3], "g_error_new": [2], "g_error_new_literal": [2],
    "cli_message": [0], "cli_usage": [1], "scenario_problem_add": [6], "scenario_value_error": [2],
    "scenario_value_warning": [2], "scenario_value_key_error": [2], "gate_fail": [1],
    "gate_limit": [3], "printf": [0], "puts": [0], "fputs": [0], "g_print": [0], "g_printerr": [0],
    "fprintf": [1], "gtk_label_new": [0], "gtk_button_new_with_label": [0], "adw_toast_new": [0],
    "adw_alert_dialog_new": [0, 1], "adw_alert_dialog_add_response": [2], "complain": [0],
    "gtk_accessible_announce": [1],
}
SETTER = re.compile(r"(?:gtk|adw)_\w+_set_(?:label|text|title|subtitle|description|heading|body"
                    r"|tooltip_text|placeholder_text|tooltip|value_text)")
CALL = re.compile(r"\b([a-z]\w+) ?\(")
ACCESSIBLE = re.compile(r"GTK_ACCESSIBLE_PROPERTY_(?:LABEL|DESCRIPTION|VALUE_TEXT|PLACEHOLDER|HELP_TEXT)"
                        r',\s*("(?:[^"\\]|\\.)*")')
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
MARKED = re.compile(r"\b(?:N?C?_|NC_|ngettext|g_dngettext|g_dpgettext2|order_message_plural) ?\(")
CONVERSION = re.compile(r"%\d*\$?[-+#0 ']*[\d*]*(?:\.[\d*]+)?(?:hh?|ll?|[jzt])?[a-zA-Z%]|\\[a-z]|\\033\[\w")
# The same in every language, or not for people.
KEPT = re.compile(r"Handler One|handler-one|--[a-z-]+|\b(?:mean|sd|low95|high95|n|name)\b(?=,|$)|\bns\b|\bm\b"
                  r"|\bN\b|\bDIR\b")
# Of messages for a log, which the header says are not translated.
LOGS = {"orders/order-catalogue.c"}


def words(text):
    return re.findall(r"[A-Za-z]{2,}", KEPT.sub("", CONVERSION.sub("", text)))


def end_of_call(text, start):
    """Behind the parenthesis that closes the one at start - 1."""
    depth, at = 1, start
    while depth:
        if text[at] == '"':
            at = LITERAL.match(text, at).end()
            continue
        if text[at] == "'":
            at = text.index("'", at + (2 if text[at + 1] == "\\" else 1) + 1)
        depth += {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}.get(text[at], 0)
        at += 1
    return at


def arguments(text, start):
    """The arguments of a call, as text."""
    end, found, begin, at = end_of_call(text, start) - 1, [], start, start
    while at < end:
        if text[at] == '"':
            at = LITERAL.match(text, at).end()
            continue
        if text[at] in "({[":
            at = end_of_call(text, at + 1)
            continue
        if text[at] == ",":
            found.append(text[begin:at])
            begin = at + 1
        at += 1
    return found + [text[begin:end]]


def without_marked(text):
    while match := MARKED.search(text):
        text = text[:match.start()] + text[end_of_call(text, match.end()):]
    return text


def without_comments(text):
    def blank(match):
        return match[0] if match[0].startswith('"') else re.sub(r"[^\n]", " ", match[0])
    return re.sub(r'"(?:[^"\\]|\\.)*"|/\*.*?\*/|//[^\n]*', blank, text, flags=re.S)


def unmarked_in_c(text):
    """(place, literal) of what is seen and not marked."""
    text = without_comments(text)
    for match in CALL.finditer(text):
        places = SEEN.get(match[1]) or ([1] if SETTER.fullmatch(match[1]) else [])
        given = arguments(text, match.end()) if places else []
        for place in places:
            if place < len(given):
                for literal in LITERAL.findall(without_marked(given[place])):
                    if words(literal):
                        yield match.start(), literal
    for match in ACCESSIBLE.finditer(text):
        if words(match[1]):
            yield match.start(), match[1]


def unmarked_in_blueprint(text):
    text = without_comments(text)
    for match in LITERAL.finditer(text):
        before = text[:match.start()]
        if re.search(r"\bC?_ ?\((?:\"(?:[^\"\\]|\\.)*\",\s*)?$", before) or not words(match[1]):
            continue
        owner = re.search(r"([\w-]+)\s*(?:[:(]\s*(?:\[[^\]]*)?|\[[^\]]*)$", before)
        if owner is None or owner[1] not in TECHNICAL:
            yield match.start(), match[1]


class Marked(unittest.TestCase):
    def check(self, ending, find):
        problems = []
        for path in sorted(SOURCES.rglob(f"*.{ending}")):
            name = path.relative_to(SOURCES).as_posix()
            text = path.read_text(encoding="utf-8")
            if name not in LOGS:
                problems += [f"src/{name}:{text[:at].count(chr(10)) + 1}: “{literal}” is not marked"
                             for at, literal in find(text)]
        self.assertEqual(problems, [], "\n" + "\n".join(problems))

    def test_c(self):
        self.check("c", unmarked_in_c)

    def test_blueprint(self):
        self.check("blp", unmarked_in_blueprint)


class TheRules(unittest.TestCase):
    def test_c(self):
        def found(text):
            return [literal for _, literal in unmarked_in_c(text)]
        self.assertEqual(found('printf ("Seed %u\\n", 1);'), ["Seed %u\\n"])
        self.assertEqual(found('printf (_("Seed %u\\n"), 1);'), [])
        self.assertEqual(found('g_set_error (e, D, C, "no %s, (really)", x);'), ["no %s, (really)"])
        self.assertEqual(found('g_set_error (e, D, C, "%s", _ ("no such thing"));'), [])
        self.assertEqual(found('g_set_error (e, D, C, n ? _ ("one") : "two");'), ["two"])
        self.assertEqual(found('gtk_label_set_label (l, "Here");'), ["Here"])
        self.assertEqual(found('gtk_label_set_label (l, C_("x", "Here"));'), [])
        self.assertEqual(found('x (GTK_ACCESSIBLE_PROPERTY_LABEL, "Here", -1);'), ['"Here"'])
        self.assertEqual(found('/* printf ("Seed"); */'), [])

    def test_blueprint(self):
        def found(text):
            return [literal for _, literal in unmarked_in_blueprint(text)]
        self.assertEqual(found('label: "Here";'), ["Here"])
        self.assertEqual(found('label: C_("x", "Here");'), [])
        self.assertEqual(found('label: _("Here");'), [])
        self.assertEqual(found('icon-name: "here-symbolic"; styles ["card", "flat"]'), [])
        self.assertEqual(found('strings ["One", "Two"]'), ["One", "Two"])


if __name__ == "__main__":
    unittest.main()
