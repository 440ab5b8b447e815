#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schemas and the readers agree.

What the program accepts, the schema accepts; what only the program refuses, it refuses with the
codes that the schemas name.  Proved on the built-in files and on two thousand documents made from
valid ones by random changes (with a fixed seed).

usage: test_schema.py SOURCE_ROOT DESCRIBE_LISTS VALIDATE_MANY
"""

import copy
import hashlib
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import unittest

import jsonschema

ROOT, DESCRIBE_LISTS, VALIDATE_MANY = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
DATA = ROOT / "data"
FORMATS = ["scenario", "campaign", "rules", "orders", "replay", "save", "journal", "tape", "phrases", "results"]
LINES = ["replay", "save"]  # formats of many lines under an envelope
CHANGES = 2400

SCHEMAS = {name: json.loads((DATA / "schema" / f"{name}.schema.json").read_text())
           for name in FORMATS}
VALIDATORS = {name: jsonschema.Draft202012Validator(schema) for name, schema in SCHEMAS.items()}
LISTS = json.loads(subprocess.run([DESCRIBE_LISTS], check=True, capture_output=True).stdout)


def load(path):
    return json.loads((DATA / path).read_text(encoding="utf-8"))


TINY_SCENARIO = {
    "format": "handler-one/scenario", "version": 1, "id": "tiny", "title": "Tiny",
    "summary": "A test.", "briefing": "Hold.\nThen hold.", "author": "Tests", "licence": "CC0-1.0",
    "start": "2148-05-22T05:15", "duration_s": 600, "seed": 3, "weather": "rain",
    "wind_from_deg": 200, "wind_mps": 4,
    "rules": "standard", "training": True, "library_order": 4,
    "terrain": {
        "width_m": 8000, "height_m": 6000, "cell_m": 50, "seed": 2, "relief_m": 40,
        "roughness": 0.5, "woods": 0.1,
        "places": [{"id": "ford", "name": "Ford", "kind": "ford", "position": [4000, 3000],
                    "radius_m": 20}],
        "features": [
            {"kind": "ford", "position": "place:ford", "radius_m": 10},
            {"kind": "river", "points": [[0, 3000], "place:ford", [8000, 3000]], "width_m": 60},
            {"kind": "hill", "position": "C02-5", "radius_m": 300, "rise_m": 30},
            {"kind": "woods", "position": "D02", "radius_m": 300},
            {"kind": "rubble", "points": [[100, 100], [500, 100], [300, 500]]},
            {"kind": "cliff", "points": [[100, 100], "C03"], "rise_m": 30},
            {"kind": "minefield", "position": "D03", "radius_m": 100, "mines_per_ha": 40,
             "known_to": "both"},
            {"kind": "minefield", "points": [[100, 100], [500, 100], [300, 500]]}]},
    "squadron": {
        "base": [4000, 500], "command": ["heron", "first-three"],
        "platoons": [{"position": [4000, 2000], "heading_deg": 10, "spacing_m": 50, "members": [
            {"call_sign": "Kestrel", "code": "KE", "name": "A. B.", "name_known": True,
             "type": "walker", "temper": "careful", "trust": 40, "position": [10, 10], "loadout": "anchors",
             "heading_deg": 90, "skills": {"gunnery": 0.4, "driving": 1, "awareness": 0},
             "voice": {"pitch": 40, "rate": 160, "range": 30, "variant": "f2"}},
            {"call_sign": "Heron"}, {}]}],
        "scavengers": [{"call_sign": "Magpie", "code": "MG", "position": [4000, 600]}],
        "convoy": {"route": ["C01", "place:ford", "D05"], "departure_s": 60, "halt_s": 30}},
    "legion": {
        "groups": [{"task": "scout", "types": {"scout": 2, "tank": 1}, "position": [4000, 5500],
                    "spread_m": 100, "arrival_s": 20, "route": ["place:ford", "D03-7"],
                    "shepherd": True, "black_sheep": 1, "dormant": False, "pattern": "hook",
                    "part": "blow", "play": 2}],
        "learning": {"battles": 2, "ambush": {"level": 1, "unused": 0, "losses": 3.5},
                     "other": {"level": 0}},
        "plans": [{"id": "a", "groups": [{"task": "hold", "types": {"dragoon": 1},
                                          "position": [1, 1], "on_event": "worn"}]},
                  {"id": "b", "groups": [{"task": "jam", "types": {"jammer": 1},
                                          "position": [2, 2]}]}]},
    "support": {"guns": {"rounds": 12, "grant": 0.25}},
    "objectives": [
        {"id": "hold", "kind": "hold-area", "title": "Hold", "description": "Stay.",
         "position": "place:ford", "radius_m": 500, "seconds": 300, "weight": 2, "from_s": 10},
        {"id": "go", "kind": "reach", "title": "Go", "position": "D05", "radius_m": 400,
         "share": 0.5},
        {"id": "kill", "kind": "destroy", "title": "Destroy", "share": 0.5, "type": "tank"},
        {"id": "live", "kind": "survive-until", "title": "Live", "share": 0.8},
        {"id": "late", "kind": "delay", "title": "Delay", "position": [4000, 2000],
         "radius_m": 700, "seconds": 100, "count": 3, "until_s": 500, "hidden": True},
        {"id": "bring", "kind": "escort", "title": "Bring", "position": "D01", "radius_m": 400,
         "type": "walker", "share": 0.5, "after": "late"}],
    "tutorial": {"steps": [
        {"id": "first", "title": "First", "task": "Ask.", "reason": "Because.", "again": "Ask again.",
         "passed": "Good.", "patience_s": 30, "speed": 5, "pauses": False, "goals": [
             {"kind": "asked", "question": "situation", "times": 2},
             {"kind": "ordered", "verbs": ["move", "scout"], "state": "begun"},
             {"kind": "told", "reports": ["contact", "desk"], "enough_after_s": 100},
             {"kind": "said", "phrase": "warning-right"}]},
        {"id": "second", "title": "Second", "task": "Go.", "again": "Go on.", "goals": [
            {"kind": "crossed"}, {"kind": "silent", "enough_after_s": 60},
            {"kind": "objective", "objective": "go"}, {"kind": "ended"}]}]},
    "events": [
        {"at_s": 5, "message": "Begin."},
        {"at_s": 60, "message": "Go on.", "give": ["late"], "call_off": ["go", "kill"]},
        {"id": "near", "when": {"kind": "legion-within", "position": "place:ford",
                                "radius_m": 600, "count": 2}, "after_s": 10},
        {"when": {"kind": "own-within", "position": "D02", "radius_m": 600}, "message": "There."},
        {"id": "worn", "when": {"kind": "legion-lost", "share": 0.5}, "after_s": 30},
        {"when": {"kind": "own-lost", "count": 1}},
        {"when": {"kind": "objective-progress", "objective": "hold", "progress": 0.5}},
        {"when": {"kind": "objective-lost", "objective": "late"}, "message": "So be it."},
        {"when": {"kind": "event", "event": "near"}, "message": "They are near."},
        {"when": {"kind": "step", "step": "second"}, "after_s": 3, "strand": "kestrel"}],
    "what_is_known": [{"type": "scout", "count": 2, "position": [4000, 5500], "error_m": 300}],
    "texts": {"de": {"/title": "Winzig", "/events/0/message": "Anfang."}},
}
TINY_CAMPAIGN = {
    "format": "handler-one/campaign", "version": 1, "id": "tiny", "title": "Tiny",
    "summary": "A test.", "author": "Tests", "licence": "CC0-1.0",
    "type_names": {"scout": {"one": "eye", "other": "eyes", "letter": "E"}},
    "roster": {"command": ["kestrel"], "platoons": [{"members": [
        {"call_sign": "Kestrel", "status": "alive", "trust": 20}, {"call_sign": "Heron",
                                                                   "status": "dead"}]}]},
    "operations": ["tiny"], "texts": {"ja": {"/title": "小"}},
}
TINY_RULES = {
    "format": "handler-one/rules", "version": 1, "id": "tiny", "title": "Tiny rules",
    "numbers": {"telemetry_s": 2, "danger_base": 30.5},
    "patterns": {"hook": {"delay_least_s": 90, "angle_most_deg": 120}, "bait": {}},
    "weapons": [{"id": "gun", "name": "small gun", "range_m": 1000, "burst": 2},
                {"id": "blade", "melee": 1}],
    "loadouts": [{"id": "close", "name": "close combat", "weapons": ["gun", "blade"],
                  "ammunition": 20, "fight_m": 12}],
    "types": [{"id": "walker", "role": "walker", "side": "republic", "size": 1,
               "name": {"one": "walker", "other": "walkers", "letter": "W"},
               "weapons": ["gun", "blade"]}],
}
TINY_ORDERS = {
    "format": "handler-one/orders", "version": 1,
    "orders": [{"at_s": 1, "say": "Kestrel, hold"},
               {"at_s": 2.5, "verb": "move", "addressees": ["kestrel"], "targets": ["G04"],
                "modifiers": ["fast"]}],
}
TINY_RESULTS = {
    "format": "handler-one/results", "version": 1,
    "results": [{"scenario": "first-link", "ended_us": 1750000000000000, "outcome": "held", "people": 21, "alive": 20},
                {"scenario": "training", "ended_us": 1750000000000001, "outcome": "lost", "people": 5, "alive": 0}],
}
TARGET = {"kind": "position", "number": 0, "position": [1000.5, 2000], "precise_m": 500}
TINY_REPLAY = [
    {"kind": "battle", "scenario": "training", "content_hash": "0" * 64,
     "program_version": "0.1.0", "seed": 7, "difficulty": "standard", "staff": "none",
     "end_tick": 900,
     "session": {"begun_us": 1750000000000000, "number": 3, "written_us": 1750000060000000, "speed": 5},
     "learning": {"battles": 2, "ambush": {"level": 1, "unused": 0, "losses": 3.5},
                  "other": {"level": 0}},
     "people": [{"id": "kestrel", "alive": True, "wounds": 1, "trust": 40.5, "name_known": True},
                {"id": "heron", "alive": False, "wounds": 0, "trust": 0, "name_known": False}]},
    {"kind": "command", "tick": 5, "command": {
        "id": 1, "verb": "move", "posture": "fast", "timing": "normal", "topic": "all",
        "addressees": [{"kind": "unit", "index": 0}], "target": TARGET, "via": [TARGET],
        "facing_deg": -1}},
    {"kind": "hashes", "tick": 100, "world": "0123456789abcdef", "picture": "f" * 16},
]

TINY_SAVE = TINY_REPLAY + [{"kind": "state", "part": part, "bytes": "00ff" * n}
                           for part, n in (("world", 9), ("world", 2), ("picture", 1), ("staff", 1), ("engine", 3),
                                            ("comms", 2))]

EDIT = {"edit": "name", "track": 1, "other": 0, "position": [0, 0.5], "precise_m": 0, "name": "Old Bull"}
TINY_JOURNAL = [{"seal": "0" * 16, **line} for line in (
    {"format": "handler-one/journal", "version": 1, "begun_us": 1750000000000000, "number": 3, "tick": 4,
     "state_hash": "0123456789abcdef"},
    TINY_REPLAY[1],
    {"kind": "edit", "tick": 6, "edit": EDIT},
    {"kind": "queue", "tick": 6, "queue": {"edit": "delete", "order": 1}},
    {"kind": "lesson", "tick": 6, "lesson": {"act": "asked", "question": "situation"}},
    {"kind": "lesson", "tick": 7, "lesson": {"act": "skip"}},
    {"kind": "staff", "tick": 10, "order": 2},
    {"kind": "clock", "tick": 10, "speed": 60},
    {"kind": "notice", "tick": 11, "text": "Two lines.\nNo more."},
    {"kind": "notice", "tick": 11, "text": "Bearings are from Ried now.",
     "bearings": {"kind": "place", "number": 2, "position": [0, 0.5], "precise_m": 0}},
    {"kind": "hashes", "tick": 12, "world": "0123456789abcdef", "picture": "f" * 16},
    {"kind": "end", "tick": 12})]
TINY_TAPE = [
    {"format": "handler-one/tape", "version": 1, "scenario": "training", "title": "The Ford at Sedge Mill", "seed": 7,
     "begun_us": 1750000000000000, "clock_s": 18900, "tick": 4},
    {"kind": "said", "id": 1, "tick": 5, "by": "pilot", "speaker": "Kestrel", "machine": 0, "class": "contact",
     "event": "contact-new", "air_ms": 2400, "text": "Contact, four ▒ at D04."},
    {"kind": "sound", "id": 1, "segment": 1, "at_ms": 20, "tape_ms": 20, "length_ms": 2300},
    {"kind": "said", "id": 3, "tick": 20, "by": "desk", "speaker": "Operator desk", "class": "talk",
     "event": "status-no-contact", "air_ms": 0, "text": ""},
    {"kind": "unheard", "id": 3, "why": "thinned"},
    {"kind": "ended", "id": 1, "tick": 29, "lost": 1, "cut": False, "text": "Contact, four ▒ at D04."},
    {"kind": "end", "tick": 30, "why": "The disk is full"}]


def limits_of(schema, found):
    """Every minimum, maximum, length and count in a schema."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key in ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"):
                found.add(value)
            limits_of(value, found)
    elif isinstance(schema, list):
        for value in schema:
            limits_of(value, found)


def words_of(schema, found):
    if isinstance(schema, dict):
        found.update(schema.get("properties", {}))
        found.update(v for v in schema.get("enum", []) if isinstance(v, str))
        for value in schema.values():
            words_of(value, found)
    elif isinstance(schema, list):
        for value in schema:
            words_of(value, found)


def places_in(document, path=()):
    yield path
    if isinstance(document, dict):
        for key in sorted(document):
            yield from places_in(document[key], path + (key,))
    elif isinstance(document, list):
        for i, value in enumerate(document):
            yield from places_in(value, path + (i,))


def value_at(document, path):
    for step in path:
        document = document[step]
    return document


class Changer:
    """Makes invalid, and sometimes other valid, documents."""

    def __init__(self, seed, schema):
        self.random = random.Random(seed)
        limits, words = set(), set()
        limits_of(schema, limits)
        words_of(schema, words)
        self.limits, self.words = sorted(limits), sorted(words)

    def number(self):
        pick = self.random.choice(self.limits)
        return self.random.choice([pick, pick - 1, pick + 1, float(pick), pick + 0.5, -pick, 0, 1,
                                   2**53 - 1, 1e300])

    def string(self):
        length = int(min(abs(self.random.choice(self.limits)), 500))
        return self.random.choice([
            "", "x", "a" * length, "b" * (length + 1), "Ünï 漢字", "two\nlines", "end\n", "tab\t",
            "\u202e", "place:ford", "place:none", "G04", "C02-9", "Z99", "c04", "AA01-0",
            "2148-05-22T05:15", "2148-13-01T00:00", "0123456789abcdef", "../x", "<b>", "%s",
            self.random.choice(self.words)])

    def value(self):
        return self.random.choice([self.number, self.string, lambda: None, lambda: True,
                                   lambda: [], lambda: {}, lambda: [1, 1], lambda: [1, "x"],
                                   lambda: {"x": 1}, self.number, self.string])()

    def change(self, document):
        path = self.random.choice(list(places_in(document))[1:])
        parent, last = value_at(document, path[:-1]), path[-1]
        old = parent[last]
        kind = self.random.randrange(8)
        if kind == 0:
            del parent[last]
        elif kind == 1 and isinstance(parent, dict):
            parent[self.random.choice([last + "x", self.random.choice(self.words)])] = \
                parent.pop(last)
        elif kind == 2 and isinstance(parent, dict):
            parent[self.random.choice(self.words)] = self.value()
        elif kind == 3 and isinstance(old, list):
            old.extend(copy.deepcopy(old) * self.random.choice([1, 2, 20]))
        elif kind == 4 and isinstance(parent, list):
            parent.insert(last, self.value())
        elif kind == 5 and isinstance(old, (int, float)) and not isinstance(old, bool):
            parent[last] = self.number()
        elif kind == 6 and isinstance(old, str):
            parent[last] = self.string()
        else:
            parent[last] = self.value()

    def changed(self, document):
        document = copy.deepcopy(document)
        for _ in range(self.random.choice([1, 1, 1, 1, 1, 2])):
            if len(list(places_in(document))) > 1:
                self.change(document)
        return document


def write_lines(path, name, lines):
    body = "".join(json.dumps(line) + "\n" for line in lines).encode()
    state = "0" * 16
    for line in lines:
        if isinstance(line, dict) and line.get("kind") == "hashes" and \
                isinstance(line.get("world"), str):
            state = line["world"]
    envelope = {"format": f"handler-one/{name}", "version": 1, "length": len(body),
                "sha256": hashlib.sha256(body).hexdigest(), "state_hash": state}
    path.write_bytes(json.dumps(envelope).encode() + b"\n" + body)


def write_journal(path, lines):
    """With seals that fit, where a line has one in its place."""
    before, text = "", ""
    for line in lines:
        made = json.dumps(line)
        if made.startswith('{"seal": "') and isinstance(line["seal"], str) and len(line["seal"]) == 16 and len(line) > 1:
            rest = made[made.index(",") + 1:]
            before = hashlib.sha256((before + rest).encode()).hexdigest()[:16]
            made = f'{{"seal":"{line["seal"] if set(line["seal"]) - set("0123456789abcdef") else before}",{rest}'
        text += made + "\n"
    path.write_text(text)


class Folder:
    """A scratch folder that holds changed documents where their format wants them."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="handler-one-schema-"))
        self.count = 0

    def write(self, name, document):
        self.count += 1
        if name in LINES:
            path = self.path / f"{self.count}.h1{name}"
            write_lines(path, name, document)
            return path
        if name == "journal":
            path = self.path / f"{self.count}.h1journal"
            write_journal(path, document)
            return path
        if name == "tape":
            path = self.path / f"{self.count}.h1tape"
            path.write_text("".join(json.dumps(line) + "\n" for line in document))
            return path
        if name == "campaign":
            folder = self.path / f"campaign-{self.count}"
            (folder / "scenarios").mkdir(parents=True)
            for operation in ("tiny", "first-link"):
                (folder / "scenarios" / f"{operation}.json").write_text("{}")
            path = folder / "campaign.json"
        elif name == "scenario" and isinstance(document, dict) and \
                document.get("id") == "first-link":
            folder = self.path / "spearhead"
            (folder / "scenarios").mkdir(parents=True, exist_ok=True)
            shutil.copy(DATA / "campaigns/spearhead/campaign.json", folder / "campaign.json")
            (folder / "scenarios" / "first-link.json").write_text("{}")
            path = folder / "scenarios" / f"{self.count}.json"
        else:
            path = self.path / f"{self.count}.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return path

    def remove(self):
        shutil.rmtree(self.path)


def ask_program(paths):
    run = subprocess.run([VALIDATE_MANY], input="".join(f"{p}\n" for p in paths), text=True,
                         capture_output=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def schema_accepts(name, document):
    if name in LINES + ["journal", "tape"]:
        return all(VALIDATORS[name].is_valid(line) for line in document)
    return VALIDATORS[name].is_valid(document)


class Schemas(unittest.TestCase):
    def test_are_schemas(self):
        for name, schema in SCHEMAS.items():
            jsonschema.Draft202012Validator.check_schema(schema)
            self.assertEqual(schema["$schema"], "https://json-schema.org/draft/2020-12/schema")

    def test_numbers_are_those_of_the_readers(self):
        properties = SCHEMAS["rules"]["properties"]
        for member, where in (
                ("rule_numbers", properties["numbers"]["properties"]),
                ("weapon_numbers", properties["weapons"]["items"]["properties"]),
                ("type_numbers", properties["types"]["items"]["properties"]),
                ("loadout_numbers", properties["loadouts"]["items"]["properties"]),
                ("pattern_numbers", SCHEMAS["rules"]["$defs"]["pattern"]["properties"])):
            found = {key: [value["minimum"], value["maximum"]] for key, value in where.items()
                     if value.get("type") == "number"}
            self.assertEqual({k: [round(x, 4) for x in v] for k, v in LISTS[member].items()},
                             found)

    def test_words_are_those_of_the_readers(self):
        text = {name: json.dumps(schema) for name, schema in SCHEMAS.items()}
        for member, names in (("roles", ["rules"]), ("tempers", ["scenario", "campaign"]),
                              ("tasks", ["scenario"]), ("weathers", ["scenario"]),
                              ("patterns", ["scenario"]), ("pattern_parts", ["scenario"]),
                              ("verbs", ["orders", "replay"]), ("postures", ["replay"]),
                              ("timings", ["replay"]), ("topics", ["replay"])):
            for name in names:
                self.assertIn('"enum": ' + json.dumps(LISTS[member]), text[name])
        self.assertEqual(list(SCHEMAS["rules"]["properties"]["patterns"]["properties"]),
                         LISTS["patterns"])
        learning = SCHEMAS["scenario"]["properties"]["legion"]["properties"]["learning"]
        self.assertEqual(list(learning["properties"]), ["battles"] + LISTS["tactics"])
        for name in LINES:
            carried = SCHEMAS[name]["oneOf"][1]["properties"]["learning"]
            self.assertEqual(carried["properties"], learning["properties"])
            self.assertEqual(SCHEMAS[name]["$defs"]["tactic"], SCHEMAS["scenario"]["$defs"]["tactic"])
        for word in LISTS["objectives"] + LISTS["conditions"][1:]:
            self.assertIn('"const": ' + json.dumps(word), text["scenario"])
        for group, keys in LISTS["phrases"].items():
            schema = SCHEMAS["phrases"]["properties"][group]
            if keys:
                self.assertEqual(schema["required"], keys)
                self.assertEqual(list(schema["properties"]), keys)

    def test_every_number_is_described(self):
        """What it counts or measures; units are in names, or in the description."""
        def undescribed(node, path):
            if isinstance(node, dict):
                if node.get("type") in ("number", "integer") and "const" not in node and not node.get("description"):
                    yield path
                for key, value in node.items():
                    yield from undescribed(value, f"{path}/{key}")
            elif isinstance(node, list):
                for index, value in enumerate(node):
                    yield from undescribed(value, f"{path}/{index}")
        for name, schema in SCHEMAS.items():
            self.assertEqual(list(undescribed(schema, "")), [], name)

    def test_every_schema_names_the_codes(self):
        for schema in SCHEMAS.values():
            self.assertEqual(schema["$comment"].split("alone: ")[1],
                             ", ".join(CODES_OF_THE_PROGRAM_ALONE) + ".")


CODES_OF_THE_PROGRAM_ALONE = ["syntax", "duplicate-key", "limit", "reference", "position",
                              "order-in-time"]


class Agreement(unittest.TestCase):
    def setUp(self):
        self.folder = Folder()
        self.addCleanup(self.folder.remove)

    def bases(self):
        yield from (("scenario", TINY_SCENARIO), ("campaign", TINY_CAMPAIGN),
                    ("rules", TINY_RULES), ("orders", TINY_ORDERS), ("replay", TINY_REPLAY),
                    ("save", TINY_SAVE), ("journal", TINY_JOURNAL), ("tape", TINY_TAPE),
                    ("results", TINY_RESULTS))
        for path in sorted(DATA.glob("**/*.json")):
            if "schema" not in path.parts:
                document = json.loads(path.read_text(encoding="utf-8"))
                yield document["format"].removeprefix("handler-one/"), document

    def test_valid_documents(self):
        bases = list(self.bases())
        self.assertEqual({name for name, _ in bases}, set(FORMATS))
        answers = ask_program([self.folder.write(name, document) for name, document in bases])
        for (name, document), answer in zip(bases, answers):
            self.assertEqual(answer, [])
            self.assertTrue(schema_accepts(name, document), (name, document))

    def test_changed_documents(self):
        bases = list(self.bases())
        tiny, big = bases[:8], bases[8:]
        changers = {name: Changer(name, SCHEMAS[name]) for name in FORMATS}
        pick = random.Random("pick")
        cases = []
        while len(cases) < CHANGES:
            name, document = pick.choice(big if pick.random() < 0.1 else tiny)
            cases.append((name, changers[name].changed(document)))
        answers = ask_program([self.folder.write(name, document) for name, document in cases])
        self.assertEqual(len(answers), len(cases))
        taken = refused = narrowed = 0
        for (name, document), answer in zip(cases, answers):
            accepts = schema_accepts(name, document)
            taken += not answer
            refused += not accepts
            if not answer:
                self.assertTrue(accepts, (name, json.dumps(document)))
            elif accepts:
                narrowed += 1
                codes = {code for code, _, _ in answer}
                self.assertLessEqual(codes, set(CODES_OF_THE_PROGRAM_ALONE),
                                     (answer, name, json.dumps(document)))
        # The proof is worth nothing if the changes are all of one kind.
        self.assertGreater(taken, CHANGES // 20)
        self.assertGreater(refused, CHANGES // 4)
        self.assertGreater(narrowed, CHANGES // 150)
        print(f"{len(cases)} documents: {taken} taken by both, {narrowed} refused by the program "
              f"alone, {refused} refused by both", file=sys.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
