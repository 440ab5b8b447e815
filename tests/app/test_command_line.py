#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sub-commands as scripts meet them: exit statuses, JSON fields, what goes where.

usage: test_command_line.py PROGRAM [UNITTEST-ARGS]
"""

import contextlib
import hashlib
import json
import os
import pty
import signal
import subprocess
import sys
import tempfile
import unittest
import wave
from pathlib import Path

PROGRAM = sys.argv.pop(1)
DONE, BAD_INPUT, BAD_USAGE, OUTSIDE = range(4)
SPEECH = "speech" not in os.environ.get("HANDLER_ONE_LEFT_OUT", "")
# What it listens to in these tests is spoken by the program itself.
LISTENING = SPEECH and "listening" not in os.environ.get("HANDLER_ONE_LEFT_OUT", "")
RESULT_FIELDS = {"scenario", "seed", "outcome", "score", "duration_s", "squadron_alive", "squadron_lost",
                 "legion_destroyed", "orders_given", "orders_done", "reports_sent", "reports_lost",
                 "mean_report_delay_s", "link_strain_peak", "machines_lost", "hash",
                 "report_delay_median_s", "report_delay_p95_s", "enemies_known", "near_enemies_known",
                 "track_error_m", "tracks_empty", "own_fix_error_m", "own_ghost_error_m", "decision_points",
                 "decision_gap_contact_s", "decision_gap_quiet_s"}


class CommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_program(self, *arguments, env=None, stdout=subprocess.PIPE):
        environment = dict(os.environ, XDG_DATA_HOME=str(self.folder / "data"), **(env or {}))
        return subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=stdout,
                              stderr=subprocess.PIPE, env=environment, timeout=100, check=False)

    def good(self, *arguments, **more):
        """Runs what must succeed in silence; its output."""
        done = self.run_program(*arguments, **more)
        self.assertEqual(done.returncode, DONE, done.stderr.decode())
        self.assertEqual(done.stderr, b"")
        return done.stdout.decode()

    def json(self, *arguments, **more):
        return json.loads(self.good(*arguments, "--json", **more))

    def bad(self, status, *arguments, says=None, **more):
        """Runs what must fail with a plain sentence; its output."""
        done = self.run_program(*arguments, **more)
        message = done.stderr.decode()
        self.assertEqual(done.returncode, status, message)
        self.assertTrue(message.startswith("handler-one: "), message)
        self.assertNotIn("CRITICAL", message)
        if says is not None:
            self.assertIn(says, message)
        return (done.stdout or b"").decode()

    def path_of(self, scenario):
        return next(entry["path"] for entry in self.json("list") if entry["id"] == scenario)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def orders(self, *entries):
        return self.write("orders.json", json.dumps(
            {"format": "handler-one/orders", "version": 1, "orders": list(entries)}))


class General(CommandLine):
    COMMANDS = ["list", "validate", "simulate", "batch", "replay", "whatif", "generate", "hash", "order", "say", "bench"]

    def test_version(self):
        self.assertRegex(self.good("--version"), r"^Handler One \d+\.\d+\.\d+\n$")

    def test_help_names_every_command(self):
        text = self.good("--help")
        for command in self.COMMANDS:
            self.assertRegex(text, rf"(?m)^  {command} ")

    def test_each_command_has_help(self):
        for command in self.COMMANDS:
            text = self.good(command, "--help")
            self.assertIn(f"handler-one {command}", text)

    def test_unknown_command(self):
        out = self.bad(BAD_USAGE, "simulat", says="did you mean “simulate”?")
        self.assertEqual(out, "")
        self.bad(BAD_USAGE, "xyzzy")

    def test_unknown_option_and_operands(self):
        for command in self.COMMANDS:
            self.bad(BAD_USAGE, command, "--no-such-option", says=f"{command} --help")
        for command in ["validate", "simulate", "replay", "order", "say"]:
            self.bad(BAD_USAGE, command, says="missing")
        for command in ["simulate", "replay", "order"]:
            self.bad(BAD_USAGE, command, "training", "three", says="three")
        self.bad(BAD_USAGE, "list", "more")

    def test_full_disk_is_no_success(self):
        with open("/dev/full", "wb") as full:
            self.bad(OUTSIDE, "list", stdout=full)
            self.bad(OUTSIDE, "hash", "training", "--until", "1", stdout=full)


class Files(CommandLine):
    def test_broken_installation(self):
        whole = Path(os.environ["HANDLER_ONE_DATA_DIR"])
        for missing in ("phrases", "rules"):
            broken = self.folder / f"no {missing}"
            broken.mkdir()
            for part in {"phrases", "rules", "scenarios"} - {missing}:
                (broken / part).symlink_to(whole / part)
            said = self.run_program("simulate", "training", "--until", 5,
                                    env={"HANDLER_ONE_DATA_DIR": str(broken)})
            self.assertIn(said.returncode, (BAD_INPUT, OUTSIDE), said)
            self.assertIn(missing, said.stderr.decode())

    def test_list(self):
        entries = self.json("list")
        self.assertIn("training", [entry["id"] for entry in entries])
        for entry in entries:
            self.assertLessEqual({"id", "title", "kind", "path"}, set(entry))
            self.assertIn(entry["kind"], ["scenario", "campaign"])
            self.assertTrue(os.path.isfile(entry["path"]), entry["path"])
        text = self.good("list")
        for entry in entries:
            self.assertIn(entry["id"], text)
            self.assertIn(entry["path"], text)

    def test_list_has_scenarios_of_the_user(self):
        own = self.folder / "data" / "handler-one" / "scenarios"
        own.mkdir(parents=True)
        battle = json.loads(Path(self.path_of("training")).read_text(encoding="utf-8"))
        battle["id"] = "of-my-own"
        (own / "mine.json").write_text(json.dumps(battle), encoding="utf-8")
        self.assertIn("of-my-own", [entry["id"] for entry in self.json("list")])
        self.assertEqual(self.json("simulate", "of-my-own", "--until", 5)["scenario"], "of-my-own")

    def test_validate_good(self):
        path = self.path_of("training")
        self.assertEqual(self.good("validate", path), "")
        self.assertEqual(self.json("validate", path, path), [])

    def test_validate_bad(self):
        text = Path(self.path_of("training")).read_text(encoding="utf-8")
        path = self.write("bad.json", text.replace('"duration_s": ', '"duration_x": 1, "duration_s": -'))
        done = self.run_program("validate", path)
        self.assertEqual(done.returncode, BAD_INPUT)
        lines = done.stdout.decode().splitlines()
        self.assertGreaterEqual(len(lines), 2)
        for line in lines:
            self.assertRegex(line, r"^.*/bad\.json:\d+:\d+: (error|warning): /\S*: .+$")
        done = self.run_program("validate", path, "--json")
        self.assertEqual(done.returncode, BAD_INPUT)
        problems = json.loads(done.stdout)
        self.assertEqual(len(problems), len(lines))
        for problem in problems:
            self.assertEqual(set(problem), {"file", "line", "column", "level", "pointer", "code", "message"})
            self.assertEqual(problem["file"], str(path))

    def test_validate_syntax(self):
        path = self.write("broken.json", '{"format": "handler-one/scenario",\n "version": }')
        problems = json.loads(self.run_program("validate", path, "--json").stdout)
        self.assertEqual({(p["pointer"], p["line"], p["code"]) for p in problems}, {("/", 2, "syntax")})

    def test_validate_unreadable(self):
        out = self.bad(OUTSIDE, "validate", self.folder / "none.json", self.path_of("training"))
        self.assertEqual(out, "")


class Battles(CommandLine):
    def test_simulate_fields(self):
        result = self.json("simulate", "training", "--staff", "basic")
        self.assertLessEqual(RESULT_FIELDS, set(result))
        self.assertEqual(result["scenario"], "training")
        self.assertIn(result["outcome"], ["won", "held", "lost"])
        self.assertTrue(0 <= result["score"] <= 100)
        self.assertRegex(result["hash"], "^[0-9a-f]{16}$")
        self.assertEqual(result["squadron_alive"] + result["squadron_lost"], 5)
        self.assertEqual(len(result["dead"]), result["squadron_lost"])
        self.assertIsInstance(result["seed"], int)

    def test_same_hash_twice_and_by_hash(self):
        one = self.json("simulate", "training", "--seed", 77)
        two = self.json("simulate", "training", "--seed", 77)
        self.assertEqual(one, two)
        self.assertEqual(one["seed"], 77)
        # A finished world does not change.
        self.assertEqual(self.good("hash", "training", "--seed", 77, "--until", 99999), one["hash"] + "\n")
        self.assertNotEqual(self.good("hash", "training", "--seed", 77, "--until", 10), one["hash"] + "\n")
        self.assertNotEqual(one["hash"], self.json("simulate", "training", "--seed", 78)["hash"])

    def test_same_in_every_language(self):
        plain = self.good("hash", "training", "--until", 120, "--staff", "basic")
        for language in ["ja", "de", "ar"]:
            self.assertEqual(plain, self.good("hash", "training", "--until", 120, "--staff", "basic",
                                              env={"LANGUAGE": language, "LC_ALL": "C.UTF-8"}))

    def test_decimal_comma(self):
        """Where 0.5 is written 0,5 battles, results and tables are the same."""
        comma = {"LC_ALL": "de_DE.UTF-8"}
        shown = subprocess.run(["bash", "-c", "printf %.1f 0,5"], env=dict(os.environ, **comma), capture_output=True,
                               check=False)
        self.assertEqual(shown.stdout, b"0,5", "there is no locale with a decimal comma here")
        for arguments in [["hash", "training", "--until", "60.5", "--staff", "good"],
                          ["simulate", "training", "--staff", "good", "--json"],
                          ["batch", "training", "--seeds", "1..3", "--format", "csv"],
                          ["batch", "training", "--seeds", "1..3", "--summary"],
                          ["generate", "--seed", "5", "--odds", "2.5"]]:
            self.assertEqual(self.good(*arguments), self.good(*arguments, env=comma), arguments)

    def test_orders_log(self):
        """Each order's life, in order of time, and what was said."""
        plain = self.json("simulate", "training", "--seed", 3, "--staff", "good")
        full = self.json("simulate", "training", "--seed", 3, "--staff", "good", "--orders-log")
        self.assertNotIn("orders_log", plain)
        self.assertEqual(len(full["orders_log"]), full["orders_given"])
        self.assertEqual({name: full[name] for name in plain}, plain)
        for order in full["orders_log"]:
            ticks = [change["tick"] for change in order["changes"]]
            self.assertEqual(order["changes"][0]["state"], "entered")
            self.assertEqual(ticks, sorted(ticks))
        states = {change["state"] for order in full["orders_log"] for change in order["changes"]}
        self.assertLessEqual({"spoken", "heard", "read-back", "waiting", "begun"}, states)
        self.assertTrue(any(caption["speaker"] == "Handler One" for caption in full["captions"]))
        self.assertGreater(sum(full["decisions"].values()), 0)
        self.assertEqual(sum(full["decisions"].values()), full["decision_points"])

    def test_until(self):
        result = self.json("simulate", "training", "--until", "12.5")
        self.assertEqual(result["outcome"], "undecided")
        self.assertEqual(result["duration_s"], 12)
        self.assertIsNone(self.json("simulate", "training", "--until", 0)["mean_report_delay_s"])

    def test_net_adds_up(self):
        """What was reported was heard, lost for one cause, or still waits; each order was said in one phase."""
        for staff in ("none", "good"):
            result = self.json("simulate", "town-ambush", "--seed", 3, "--staff", staff)
            net = result["net"]
            heard = gone = 0
            for figures in net["reports"].values():
                self.assertEqual(figures["made"],
                                 figures["heard"] + sum(figures["lost"].values()) + figures["waiting"])
                heard += figures["heard"]
                gone += sum(n for cause, n in figures["lost"].items() if cause not in ("replaced", "silenced"))
            self.assertEqual((heard, gone), (result["reports_sent"], result["reports_lost"]))
            phases = net["phases"]
            self.assertEqual(list(phases), ["quiet", "contact", "crisis"])
            self.assertEqual(sum(p["orders"] + p["orders_unsaid"] for p in phases.values()), result["orders_given"])
            self.assertAlmostEqual(sum(p["duration_s"] for p in phases.values()), result["duration_s"], delta=1)
            self.assertGreater(phases["contact"]["in_use"], phases["quiet"]["in_use"])
            for phase in phases.values():
                if phase["orders"]:
                    self.assertLessEqual(phase["order_delay_median_s"], phase["order_delay_p95_s"])

    def test_report_is_readable(self):
        text = self.good("simulate", "training")
        self.assertIn("seed", text)
        self.assertGreater(len(text.splitlines()), 5)

    def test_path_is_a_scenario_too(self):
        path = next(entry["path"] for entry in self.json("list") if entry["id"] == "training")
        self.assertEqual(self.good("hash", path, "--until", 5), self.good("hash", "training", "--until", 5))

    def test_says_why(self):
        """Each machine lost has a line in words and a record: who, by whom, with what, from where, seen by whom."""
        for scenario, seed in [("training", 3), ("town-ambush", 3), ("rearguard-by-five", 2)]:
            result = self.json("simulate", scenario, "--seed", seed)
            kills = result["kills"]
            ours = [kill for kill in kills if kill["side"] == "republic"]
            self.assertEqual(len(ours), result["machines_lost"])
            self.assertEqual(len(kills) - len(ours), result["legion_destroyed"])
            self.assertEqual(len({kill["victim"] for kill in ours}), len(ours))
            died = {"died", "left-behind", "died-carried"}
            self.assertEqual(sum(kill["pilot"] in died for kill in ours), result["squadron_lost"])
            for kill in kills:
                self.assertEqual(set(kill), {"t_s", "side", "victim", "pilot", "part", "wreck", "cause", "killer",
                                             "own_side", "weapon", "range_m", "facing", "spotter"})
                self.assertIn(kill["cause"], ["shot", "wall", "mine"])
                self.assertIn(kill["wreck"], ["lies", "recovered", "taken"])
                self.assertEqual(kill["pilot"] is None, kill["side"] == "legion" or kill["victim"].startswith("scavenger"))
                for key in ["weapon", "range_m", "facing"]:
                    self.assertEqual(kill[key] is None, kill["cause"] == "mine", kill)
            for weapon in result["weapons"]:
                self.assertEqual(sum(weapon["killed"].values()),
                                 sum(kill["weapon"] == weapon["weapon"]
                                     and (kill["own_side"] == (kill["side"] == weapon["side"])) for kill in kills),
                                 weapon)
            words = "\n".join(result["lines"])
            self.assertEqual(words.count("destroyed at ") + words.count(" was killed at ")
                             + words.count(" lost the machine at "), len(kills))
            self.assertNotRegex(words, r"\b1 (?!second)[a-z]+s\b", "one of something in the plural")

    def test_patterns_and_what_was_learned(self):
        result = self.json("simulate", "guns-behind-the-hill", "--seed", 1, "--until", 600)
        guns = [each for each in result["patterns"] if each["pattern"] == "gun-line"]
        self.assertTrue(guns)
        for each in result["patterns"]:
            self.assertEqual(set(each), {"pattern", "tell", "tell_s", "known_s", "blow_s", "square", "count"})
            if each["tell_s"] is not None:
                for later in ("known_s", "blow_s"):
                    self.assertTrue(each[later] is None or each[later] >= each["tell_s"], each)
        self.assertIn("ranging round", guns[0]["tell"])

    def test_emergencies_unanswered(self):
        result = self.json("simulate", "guns-behind-the-hill", "--seed", 1, "--until", 900)
        self.assertEqual(len(result["faults_told"]), result["faults"])
        self.assertGreater(result["faults"], 0)
        for each in result["faults_told"]:
            self.assertEqual(each["kind"], "emergency")
            self.assertLess(each["t_s"], result["duration_s"])
            self.assertIn(each["platoon"], range(1, 9))
        self.assertEqual("\n".join(result["lines"]).count("Emergency unanswered: "), result["faults"])

    def test_learning_goes_from_battle_to_battle(self):
        scenario = json.loads(Path(self.path_of("training")).read_text(encoding="utf-8"))
        known = self.json("simulate", "training")["learning"]
        self.assertEqual(known["battles"], 1)
        scenario["legion"]["learning"] = known
        again = self.json("simulate", self.write("after.json", json.dumps(scenario)))["learning"]
        self.assertEqual(again["battles"], 2)
        for tactic in ("ambush", "reserve", "stand"):
            self.assertLessEqual(abs(again[tactic]["level"] - known[tactic]["level"]), 1)

    def test_usage(self):
        for arguments in [["--seed", "-1"], ["--seed", "9007199254740992"], ["--seed", "x"],
                          ["--until", "nan"], ["--until", "-5"], ["--until", ""], ["--until", "1e99"]]:
            self.bad(BAD_USAGE, "simulate", "training", *arguments)
        self.bad(BAD_USAGE, "simulate", "training", "--staff", "bacis", says="did you mean “basic”?")
        self.bad(BAD_USAGE, "simulate", "training", "--difficulty", "sever", says="“severe”")
        self.bad(BAD_USAGE, "hash", "training", says="--until")
        self.assertEqual(self.json("simulate", "training", "--seed", 2**53 - 1, "--until", 1)["seed"], 2**53 - 1)

    def test_bad_input(self):
        self.bad(BAD_INPUT, "simulate", "trainin", says="did you mean “training”?")
        self.bad(BAD_INPUT, "simulate", self.write("bad.json", "{}"))
        self.bad(BAD_INPUT, "hash", "no-such-battle", "--until", 1)
        self.bad(OUTSIDE, "simulate", self.folder / "none.json")
        self.bad(OUTSIDE, "simulate", "training", "--orders", self.folder / "none.json")
        self.bad(BAD_INPUT, "simulate", "training", "--orders", self.write("o.json", "[]"))

    def test_unwritable_replay(self):
        self.bad(OUTSIDE, "simulate", "training", "--until", 5, "--replay", self.folder / "no" / "x.h1replay")

    def test_difficulty_counts(self):
        hashes = {self.good("hash", "training", "--until", 170, "--difficulty", level)
                  for level in ["guided", "standard", "severe"]}
        self.assertEqual(len(hashes), 3)

    def test_orders(self):
        path = self.orders({"at_s": 2, "say": "Heron, report position"},
                           {"at_s": 20, "say": "Magpie, move to Point 12, fast"})
        result = self.json("simulate", "training", "--orders", path)
        self.assertEqual(result["orders_given"], 2)
        without = self.json("simulate", "training")
        self.assertNotEqual(result["hash"], without["hash"])

    def test_orders_in_german(self):
        """The language of the words decides how they are read; the battle is the same."""
        german = self.orders({"at_s": 2, "say": "Heron, Standort melden"},
                             {"at_s": 20, "say": "Magpie, schnell nach Point 12 vorrücken"})
        words = self.json("simulate", "training", "--orders", german, "--language", "de")
        self.assertEqual(words["orders_given"], 2)
        self.bad(BAD_INPUT, "simulate", "training", "--orders", german, says="Magpie")
        hashed = self.good("hash", "training", "--until", 60, "--orders", german, "--language", "de")
        english = self.orders({"at_s": 2, "say": "Heron, report position"},
                              {"at_s": 20, "say": "Magpie, move to Point 12, fast"})
        self.assertEqual(self.json("simulate", "training", "--orders", english)["hash"], words["hash"])
        self.assertEqual(self.good("hash", "training", "--until", 60, "--orders", english), hashed)
        for language in ["xx", "../en", "", "de/../en"]:
            self.bad(BAD_USAGE, "simulate", "training", "--orders", english, "--language", language)

    def test_order_in_german(self):
        read = self.json("order", "Heron, nach Point 12 vorrücken", "--language", "de")
        self.assertEqual((read["verb"], read["targets"], read["addressees"]),
                         ("move", ["place:point-12"], ["heron"]))
        self.bad(BAD_INPUT, "order", "Heron, nach Point 12 vorrücken")

    def test_order_not_understood(self):
        path = self.orders({"at_s": 2, "say": "Heron, dance"}, {"at_s": 4, "say": "Heron, hold"})
        out = self.bad(BAD_INPUT, "simulate", "training", "--orders", path, "--json", says="Heron, dance")
        self.assertEqual(json.loads(out)["orders_given"], 1)


class Generate(CommandLine):
    TASKS = ["hold", "delay", "escort", "raid"]

    def test_what_is_made_is_a_scenario_like_any(self):
        own = self.folder / "data" / "handler-one" / "scenarios"
        own.mkdir(parents=True)
        for task in self.TASKS:
            path = own / f"{task}.json"
            self.assertEqual(self.good("generate", "--seed", 11, "--task", task, "--machines", 6,
                                       "--output", path), "")
            self.assertEqual(self.good("validate", path), "")
            battle = json.loads(path.read_text(encoding="utf-8"))
            self.assertIn(battle["id"], [entry["id"] for entry in self.json("list")])
            self.assertEqual(self.json("simulate", battle["id"], "--until", 5)["scenario"],
                             battle["id"])
            self.assertEqual(self.json("simulate", path, "--until", 5)["squadron_alive"], 6)

    def test_same_recipe_same_bytes(self):
        for task in self.TASKS:
            recipe = ["generate", "--seed", 9007199254740991, "--size", 13.5, "--machines", 9,
                      "--odds", 1.5, "--hour", 21.5, "--task", task]
            text = self.good(*recipe)
            self.assertEqual(self.good(*recipe), text)
            path = self.folder / "same.json"
            self.good(*recipe, "--output", path)
            self.assertEqual(path.read_text(encoding="utf-8"), text)
            battle = json.loads(text)
            self.assertEqual(battle["terrain"]["width_m"], 13500)
            self.assertEqual(sum(len(p["members"]) for p in battle["squadron"]["platoons"]), 9)
            self.assertTrue(battle["start"].endswith("T21:30"))
        self.assertEqual(self.good("generate"), self.good(
            "generate", "--seed", 0, "--machines", 21, "--odds", 2, "--hour", 5.25, "--task", "hold",
            "--size", 22.5))

    def test_bad_options(self):
        for option, values in {"--seed": ["-1", "x", "9007199254740992", ""],
                               "--size": ["11.9", "40.5", "wide", "nan"],
                               "--machines": ["4", "25", "7.5", "many"],
                               "--odds": ["0.9", "4.1", "inf"],
                               "--hour": ["-1", "24.5", "noon"]}.items():
            for value in values:
                self.assertEqual(self.bad(BAD_USAGE, "generate", f"{option}={value}", says=value), "")
        self.bad(BAD_USAGE, "generate", "--task", "escrot", says="did you mean “escort”?")
        self.bad(BAD_USAGE, "generate", "--task", "picnic", says="picnic")
        self.bad(BAD_USAGE, "generate", "17", says="17")
        self.bad(OUTSIDE, "generate", "--output", self.folder / "no" / "such" / "battle.json",
                 says="battle.json")


class Saves(CommandLine):
    def test_goes_on_as_if_it_had_not_been(self):
        orders = self.orders({"at_s": 20, "say": "Heron, report position"}, {"at_s": 61, "say": "Kestrel, hold"},
                             {"at_s": 90, "say": "all units, fall back to A01"})
        options = ["--staff", "basic", "--seed", 5]
        replay, again = self.folder / "a.h1replay", self.folder / "b.h1replay"
        whole = self.json("simulate", "training", *options, "--orders", orders, "--replay", replay)
        for at in ["0", "20", "61", "77.7", "9999"]:
            save = self.folder / f"at-{at}.h1save"
            half = self.json("simulate", "training", *options, "--orders", orders, "--until", at, "--save", save)
            self.assertEqual(self.good("validate", save), "")
            self.assertEqual(self.good("hash", save, "--until", 0), half["hash"] + "\n")
            self.assertEqual(self.json("simulate", save, "--orders", orders, "--replay", again), whole)
            self.assertIn("same to the last bit", self.good("replay", "--compare", replay, again))
            self.good("replay", again, "--verify")

    def test_refused(self):
        save = self.folder / "a.h1save"
        self.json("simulate", "training", "--until", 30, "--save", save)
        self.bad(BAD_USAGE, "simulate", save, "--seed", 3, says="its own seed")
        self.bad(BAD_USAGE, "simulate", "training", "--save", self.folder / "a.json", says=".h1save")
        self.bad(OUTSIDE, "simulate", "training", "--until", 1, "--save", self.folder / "no" / "a.h1save")
        self.bad(OUTSIDE, "simulate", self.folder / "none.h1save")
        text = save.read_text(encoding="utf-8")
        save.write_text(text.replace('"part":"world","bytes":"4c', '"part":"world","bytes":"4d'), encoding="utf-8")
        self.assertNotEqual(text, save.read_text(encoding="utf-8"))
        self.bad(BAD_INPUT, "simulate", save, says="damaged")
        self.assertIn("checksum", self.run_program("validate", save, "--json").stdout.decode())
        # Its checksum made to fit: the seal within tells.
        head, body = save.read_text(encoding="utf-8").split("\n", 1)
        envelope = json.loads(head)
        envelope["sha256"] = hashlib.sha256(body.encode()).hexdigest()
        save.write_text(json.dumps(envelope) + "\n" + body, encoding="utf-8")
        self.assertEqual(self.good("validate", save), "")
        self.bad(BAD_INPUT, "simulate", save, says="damaged")
        save.write_text(text[:len(text) // 2], encoding="utf-8")
        self.bad(BAD_INPUT, "simulate", save, says="ends too soon")


class Batches(CommandLine):
    def lines(self, *arguments):
        return self.good("batch", "training", *arguments)

    def test_lines_in_seed_order_whatever_the_jobs(self):
        one = self.lines("--seeds", "3..10", "--jobs", 1, "--staff", "basic")
        for jobs in [2, 5, 40]:
            self.assertEqual(one, self.lines("--seeds", "3..10", "--jobs", jobs, "--staff", "basic"))
        results = [json.loads(line) for line in one.splitlines()]
        self.assertEqual([result["seed"] for result in results], list(range(3, 11)))
        for result in results:
            self.assertLessEqual(RESULT_FIELDS, set(result))
        alone = self.json("simulate", "training", "--seed", 5, "--staff", "basic")
        self.assertEqual(results[2], {key: alone[key] for key in results[2]})

    def test_split_over_processes(self):
        """The sweep of README, split by GNU Parallel, is the whole sweep to the byte."""
        whole = self.lines("--seeds", "1..12", "--staff", "basic")
        command = ["parallel", "--keep-order", "--jobs", "3", PROGRAM, "batch", "training", "--jobs", "1",
                   "--staff", "basic", "--seeds", "{}", ":::", "1..5", "6..6", "7..12"]
        split = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual(split.returncode, 0, split.stderr)
        self.assertEqual(split.stdout, whole)

    def test_progress_on_a_terminal(self):
        """A bar on standard error where that is a terminal, and there alone; the lines are the same."""
        arguments = ["batch", "training", "--seeds", "1..4", "--until", "30"]
        ours, theirs = pty.openpty()
        done = subprocess.run([PROGRAM, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=theirs,
                              timeout=100, check=False)
        os.close(theirs)
        said = b""
        with contextlib.suppress(OSError):  # a terminal that nobody writes to any more ends so
            while more := os.read(ours, 4096):
                said += more
        os.close(ours)
        self.assertEqual(done.returncode, DONE, said)
        self.assertEqual(done.stdout.decode(), self.good(*arguments))
        for n in range(5):
            self.assertIn(f"] {n}/4".encode(), said)
        self.assertIn(b"[" + b"#" * 20 + b" " * 20 + b"] 2/4", said)
        self.assertTrue(said.endswith(b"\r\x1b[K"), said)

    def test_interrupted(self):
        """Ctrl+C ends it between two lines, with the bar gone, as an interrupted program ends."""
        replay = self.folder / "r.h1replay"
        self.good("simulate", "training", "--until", "20", "--replay", replay)
        for command in (["batch", "training"], ["whatif", replay, "--at", "10"]):
            ours, theirs = pty.openpty()
            child = subprocess.Popen([PROGRAM, *map(str, command), "--seeds", "1..1000000", "--jobs", "2"],
                                     stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=theirs)
            os.close(theirs)
            said = b""
            while b"] 2/1000000" not in said:
                said += os.read(ours, 4096)
            child.send_signal(signal.SIGINT)
            with contextlib.suppress(OSError):
                while more := os.read(ours, 4096):
                    said += more
            os.close(ours)
            lines = child.stdout.read().decode()
            self.assertEqual(child.wait(timeout=100), -signal.SIGINT)
            child.stdout.close()
            self.assertTrue(lines.endswith("\n"))
            seeds = [json.loads(line)["seed"] for line in lines.splitlines()]
            self.assertEqual(seeds, list(range(1, len(seeds) + 1)))
            last = said.rsplit(b"\r\x1b[K", 1)[1].decode()
            self.assertRegex(last, f"^handler-one: Interrupted after {len(seeds)} of 1000000 battles\\.\\s*$")

    def test_csv(self):
        lines = self.lines("--seeds", "1..3", "--format", "csv").splitlines()
        names = lines[0].split(",")
        self.assertLessEqual(RESULT_FIELDS, set(names))
        self.assertEqual(len(lines), 4)
        for line, seed in zip(lines[1:], [1, 2, 3]):
            values = dict(zip(names, line.split(",")))
            self.assertEqual(len(line.split(",")), len(names))
            self.assertEqual(values["seed"], str(seed))
            self.assertRegex(values["score"], r"^\d+\.\d+$")

    def test_summary(self):
        results = [json.loads(line) for line in self.lines("--seeds", "1..9").splitlines()]
        summary = json.loads(self.lines("--seeds", "1..9", "--summary"))
        scores = [result["score"] for result in results]
        mean = sum(scores) / len(scores)
        self.assertEqual(summary["battles"], 9)
        self.assertEqual(summary["won"], sum(result["outcome"] == "won" for result in results))
        self.assertAlmostEqual(summary["score"]["mean"], mean, places=3)
        deviation = (sum((score - mean) ** 2 for score in scores) / 8) ** 0.5
        # 2.306 is Student's 97.5 % point for 8 degrees of freedom.
        self.assertAlmostEqual(summary["score"]["high95"], mean + 2.306 * deviation / 3, delta=0.01)
        self.assertAlmostEqual(summary["score"]["low95"], mean - 2.306 * deviation / 3, delta=0.01)
        share = summary["share_won"]
        self.assertTrue(0 <= share["low95"] <= share["mean"] <= share["high95"] <= 1)
        single = json.loads(self.lines("--seeds", "4..4", "--summary"))
        self.assertIsNone(single["score"]["low95"])
        rows = self.lines("--seeds", "1..9", "--summary", "--format", "csv").splitlines()
        self.assertEqual(rows[0], "name,mean,sd,low95,high95,n")
        self.assertIn("score", [row.split(",")[0] for row in rows])

    def test_usage(self):
        self.bad(BAD_USAGE, "batch", "training", says="--seeds")
        for seeds in ["5", "5..", "..5", "6..5", "a..b", "1...3", "-1..3"]:
            self.bad(BAD_USAGE, "batch", "training", "--seeds", seeds)
        for more in [["--jobs", "0"], ["--jobs", "x"], ["--format", "xml"]]:
            self.bad(BAD_USAGE, "batch", "training", "--seeds", "1..2", *more)
        self.bad(BAD_INPUT, "batch", "nothing", "--seeds", "1..2")

    def test_orders_not_understood(self):
        path = self.orders({"at_s": 2, "say": "Heron, dance"})
        out = self.bad(BAD_INPUT, "batch", "training", "--seeds", "1..2", "--orders", path, says="Seed 1")
        self.assertEqual(len(out.splitlines()), 2)


class Replays(CommandLine):
    def record(self):
        path = self.folder / "battle.h1replay"
        result = self.json("simulate", "training", "--staff", "basic", "--replay", path)
        self.assertGreater(result["orders_given"], 0)
        return path, result

    def test_verify(self):
        path, result = self.record()
        self.assertEqual(self.good("validate", path), "")
        self.assertIn("hashes agree", self.good("replay", path, "--verify"))
        shown = self.json("replay", path, "--verify")
        self.assertIs(shown["verified"], True)
        self.assertEqual(shown["hash"], result["hash"])
        self.assertEqual(shown["picture_hash"], result["picture_hash"])

    def test_seek(self):
        path, _result = self.record()
        shown = self.json("replay", path, "--seek", 60)
        self.assertEqual(shown["at_s"], 60)
        self.assertEqual(shown["hash"] + "\n",
                         self.good("hash", "training", "--until", 60, "--staff", "basic"))
        self.assertEqual([own["id"] for own in shown["own"]],
                         ["kestrel", "heron", "plover", "magpie", "wren"])
        self.assertNotIn("truth", shown)
        with_truth = self.json("replay", path, "--seek", 60, "--truth")
        sides = [unit["side"] for unit in with_truth["truth"]]
        self.assertEqual(sides.count("republic"), 5)
        self.assertIn("legion", sides)
        text = self.good("replay", path, "--seek", 60, "--truth")
        self.assertIn("Kestrel", text)

    def test_compare(self):
        path, result = self.record()
        other = self.folder / "other.h1replay"
        self.assertIn("same to the last bit", self.good("replay", "--compare", path, path))
        self.assertEqual(self.json("replay", "--compare", path, path)["fields"], [])
        # One order more: they part at its tick, and what is new then is told with both values.
        orders = self.orders({"at_s": 31.5, "say": "Heron, report position"})
        self.json("simulate", "training", "--staff", "basic", "--orders", orders, "--replay", other)
        done = self.run_program("replay", "--compare", path, other, "--json")
        self.assertEqual(done.returncode, BAD_INPUT, done.stderr)
        found = json.loads(done.stdout)
        self.assertIs(found["equal"], False)
        self.assertEqual(found["tick"], 316)
        self.assertEqual(found["order"]["tick_b"], 315)
        self.assertIn("n_orders", [field["field"] for field in found["fields"]])
        for field in found["fields"]:
            self.assertEqual(set(field), {"field", "unit", "a", "b"})
            self.assertNotEqual(field["a"], field["b"])
        text = self.run_program("replay", "--compare", path, other).stdout.decode()
        self.assertIn("part at tick 316", text)
        # Where machines differ, they are named.
        self.json("simulate", "training", "--staff", "basic", "--seed", result["seed"] + 1, "--replay", other)
        found = json.loads(self.run_program("replay", "--compare", path, other, "--json").stdout)
        self.assertEqual(found["tick"], 0)
        units = [field["unit"] for field in found["fields"] if field["unit"] is not None]
        self.assertTrue(all(unit["type"] and unit["side"] in ["republic", "legion"] for unit in units))
        self.bad(BAD_USAGE, "replay", "--compare", path, says="two")
        self.bad(BAD_USAGE, "replay", path, other, says="too many")
        self.bad(OUTSIDE, "replay", "--compare", path, self.folder / "none.h1replay")
        other.write_text("{}", encoding="utf-8")
        self.bad(BAD_INPUT, "replay", "--compare", path, other)

    def test_what_if(self):
        path, result = self.record()
        end = result["duration_s"]
        lines = self.good("whatif", path, "--at", end // 2, "--seeds", "1..6").splitlines()
        results = [json.loads(line) for line in lines]
        self.assertEqual([one["seed"] for one in results], list(range(1, 7)))
        self.assertGreater(len({one["hash"] for one in results}), 1)
        for jobs in [1, 5]:
            again = self.good("whatif", path, "--at", end // 2, "--seeds", "1..6", "--jobs", jobs)
            self.assertEqual(again.splitlines(), lines)
        # The recording's own seed goes on as recorded.
        same = json.loads(self.good("whatif", path, "--at", 30, "--seeds", f"{result['seed']}..{result['seed']}"))
        self.assertEqual(same["hash"], result["hash"])
        orders = self.orders({"at_s": 1, "say": "Heron, hold"}, {"at_s": 40, "say": "all units, fall back to A01"})
        other = json.loads(self.good("whatif", path, "--at", 30, "--orders", orders,
                                     "--seeds", f"{result['seed']}..{result['seed']}"))
        self.assertNotEqual(other["hash"], result["hash"])
        german = self.orders({"at_s": 40, "say": "alle Einheiten, zurückziehen nach A01"})
        seed = f"{result['seed']}..{result['seed']}"
        fork = ["whatif", path, "--at", 30, "--orders", german, "--seeds", seed]
        self.assertEqual(json.loads(self.good(*fork, "--language", "de"))["hash"], other["hash"])
        self.bad(BAD_INPUT, *fork, says="alle Einheiten")
        self.bad(BAD_USAGE, *fork, "--language", "xx")
        summary = json.loads(self.good("whatif", path, "--at", 30, "--seeds", "1..3", "--summary"))
        self.assertEqual(summary["battles"], 3)
        self.bad(BAD_USAGE, "whatif", path, "--seeds", "1..2", says="--at")
        self.bad(BAD_USAGE, "whatif", path, "--at", 30, says="--seeds")
        self.bad(OUTSIDE, "whatif", self.folder / "none.h1replay", "--at", 30, "--seeds", "1..2")

    def test_spoilt(self):
        path, _result = self.record()
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('"tick":500', '"tick":400'), encoding="utf-8")
        self.assertNotEqual(text, path.read_text(encoding="utf-8"))
        self.bad(BAD_INPUT, "replay", path, "--verify")
        self.bad(OUTSIDE, "replay", self.folder / "none.h1replay")
        self.bad(BAD_USAGE, "replay", path, "--seek", "soon")


class Language(CommandLine):
    def test_order(self):
        order = self.json("order", "magpie move to delta zero four via charlie zero three fast")
        self.assertEqual(set(order), {"addressees", "verb", "targets", "modifiers", "canonical", "read_back"})
        self.assertEqual(order["addressees"], ["magpie"])
        self.assertEqual(order["verb"], "move")
        self.assertEqual(order["targets"], ["D04", "C03"])
        self.assertEqual(order["modifiers"], ["fast"])
        again = self.json("order", order["canonical"], "--scenario", "training")
        self.assertEqual(order, again)
        self.assertIn(order["canonical"], self.good("order", order["canonical"]))

    def test_refused(self):
        done = self.run_program("order", "Magpie, dance", "--json")
        self.assertEqual(done.returncode, BAD_INPUT)
        self.assertEqual(done.stderr, b"")
        error = json.loads(done.stdout)["error"]
        self.assertEqual(set(error), {"reason", "understood", "nearest"})
        self.assertIn("dance", error["reason"])
        self.assertEqual(self.bad(BAD_INPUT, "order", "Magpie, dance", says="dance"), "")
        self.bad(BAD_INPUT, "order", "")
        self.bad(BAD_INPUT, "order", "Magpie, move here")
        self.bad(BAD_INPUT, "order", "Magpie, hold", "--scenario", "nothing")

    def test_at(self):
        # A track is known once it was reported; some are from the briefing.
        early, late = ({number for number in range(1, 10) if self.run_program(
            "order", f"Magpie, attack track {number}", "--scenario", "training", "--at", at
        ).returncode == DONE} for at in [0, 150])
        self.assertLess(early, late)
        number = max(late)
        order = self.json("order", f"Magpie, attack track {number}", "--at", 150)
        self.assertEqual(order["targets"], [f"T0{number}"])

    def test_machine_output_is_an_order(self):
        """Parts as `order --json` writes them make the same order in a file."""
        texts = ["Magpie, move to D04 via C03, fast", "First Platoon, attack Mill Ford, at once",
                 "all units, cease fire", "Heron and Wren, hold at E04-7, facing north-east",
                 "Second Platoon, fall back to Depot", "Kestrel, report ammunition",
                 "Plover, scout Gallows Hill, hidden, when ready", "Wren, cancel"]
        for text in texts:
            order = self.json("order", text)
            parts = {key: order[key] for key in ["addressees", "verb", "targets", "modifiers"]}
            said = self.orders({"at_s": 1, "say": text})
            spoken = self.good("hash", "training", "--until", 40, "--orders", said)
            written = self.orders({"at_s": 1, **parts})
            self.assertEqual(spoken, self.good("hash", "training", "--until", 40, "--orders", written), text)
            self.assertNotEqual(spoken, self.good("hash", "training", "--until", 40), text)


@unittest.skipIf(not SPEECH, "built without speech")
class Speech(CommandLine):
    def test_say_in_another_language(self):
        path = self.folder / "say.wav"
        lengths = set()
        for language, text in [("en", "Contact, four tanks"), ("de", "Kontakt, vier Panzer"),
                               ("ja", "せっしょく、 せんしゃ よん だい"), ("pt_BR", "Contato, quatro tanques")]:
            self.assertEqual(self.good("say", text, "--language", language, "--voice", "kestrel",
                                       "--output", path), "")
            with wave.open(str(path)) as sound:
                frames = sound.readframes(sound.getnframes())
            samples = memoryview(frames).cast("h")
            level = (sum(sample * sample for sample in samples) / len(samples)) ** 0.5 / 32768
            self.assertGreater(level, 0.03, language)
            self.assertGreater(len(samples), 48000 * 0.8, language)
            lengths.add(len(samples))
        self.assertEqual(len(lengths), 4)
        self.bad(BAD_INPUT, "say", "hello", "--language", "tlh", "--output", path, says="“tlh”")
        self.assertIn("--language=LANG", self.good("say", "--help"))

    def test_say(self):
        path = self.folder / "say.wav"
        for more in [[], ["--voice", "kestrel", "--distance", 4000, "--strain", "0.7"],
                     ["--voice", "desk", "--dry"]]:
            self.assertEqual(self.good("say", "Contact, two at golf zero four", "--output", path, *more), "")
            with wave.open(str(path)) as sound:
                self.assertGreater(sound.getnframes() / sound.getframerate(), 0.5)
            path.unlink()

    def test_part_of_the_sound_library_is_missing(self):
        path = self.folder / "say.wav"
        none = {"GST_PLUGIN_SYSTEM_PATH_1_0": str(self.folder), "GST_PLUGIN_SYSTEM_PATH": str(self.folder),
                "GST_PLUGIN_PATH": "", "GST_PLUGIN_PATH_1_0": "", "GST_REGISTRY": str(self.folder / "registry.bin")}
        self.bad(OUTSIDE, "say", "hello", "--output", path, env=none, says="plug-ins")
        self.bad(OUTSIDE, "say", "hello", "--output", path, env={"HANDLER_ONE_ESPEAK_DATA": "/nonexistent"},
                 says="espeak-ng")
        self.assertFalse(path.exists())

    def test_wrong(self):
        path = self.folder / "say.wav"
        self.bad(BAD_USAGE, "say", "hello", says="--output")
        self.bad(BAD_USAGE, "say", "hello", "--output", path, "--strain", "2")
        self.bad(BAD_INPUT, "say", "hello", "--output", path, "--voice", "kestrle", says="“kestrel”")
        self.bad(OUTSIDE, "say", "hello", "--output", self.folder / "no" / "say.wav")
        self.bad(BAD_INPUT, "say", "…", "--output", path)
        self.assertFalse(path.exists())


class Bench(CommandLine):
    def test_bench(self):
        bench = self.json("bench", "--units", 200, "--ticks", 900)
        self.assertEqual(set(bench), {"units", "ticks", "ns_per_unit_tick", "phases", "shots", "detections",
                                      "deaths", "times_real_time", "bytes_per_unit", "hash"})
        self.assertEqual((bench["units"], bench["ticks"]), (200, 900))
        self.assertLessEqual(sum(bench["phases"].values()), bench["ns_per_unit_tick"] * 1.001)
        for what in ["shots", "detections", "deaths", "times_real_time", "bytes_per_unit"]:
            self.assertGreater(bench[what], 0, what)
        self.assertIn("200", self.good("bench", "--units", 200, "--ticks", 900))
        self.bad(BAD_USAGE, "bench", "--units", 1)
        self.bad(BAD_USAGE, "bench", "--ticks", "many")

    def test_no_fight_is_no_figure(self):
        out = self.bad(BAD_INPUT, "bench", "--units", 50, "--ticks", 1, "--json", says="no fight")
        self.assertEqual(json.loads(out)["deaths"], 0)


class Readme(CommandLine):
    def in_shell(self, command, folder, **variables):
        """As somebody types it who has the program on the path."""
        path = self.folder / "bin"
        if not path.exists():
            path.mkdir()
            (path / "handler-one").symlink_to(Path(PROGRAM).resolve())
        environment = dict(os.environ, PATH=f"{path}:{os.environ['PATH']}", HOME=str(self.folder),
                           XDG_DATA_HOME=str(self.folder / "data"), **variables)
        return subprocess.run(["sh", "-c", command], cwd=folder, env=environment, timeout=300, check=False,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)

    def test_every_line_does_what_it_says(self):
        """The commands of README, one after the other in an empty folder."""
        text = (Path(os.environ["HANDLER_ONE_DATA_DIR"]).parent / "README.md").read_text(encoding="utf-8")
        block = text.split("## Command line", 1)[1].split("```sh\n", 1)[1].split("```", 1)[0]
        commands = block.replace("[\n", "[").splitlines()
        self.assertGreater(len(commands), 12)
        for command in commands:
            if (" say " in command and not SPEECH) or (" listen " in command and not LISTENING):
                continue
            done = self.in_shell(command, self.folder)
            parts = "--compare" in command  # they do
            self.assertEqual(done.returncode, BAD_INPUT if parts else DONE, (command, done.stderr))
            self.assertEqual(done.stderr, "", command)
            self.assertTrue(done.stdout or ">" in command or "--output" in command or " validate " in command, command)


    def test_split_sweeps(self):
        """The sweeps of README, by GNU Parallel and as tasks of a Slurm array: joined they are the whole.  The
        battle is a shorter one."""
        text = (Path(os.environ["HANDLER_ONE_DATA_DIR"]).parent / "README.md").read_text(encoding="utf-8")
        block = text.split("A sweep is split by its seeds", 1)[1].split("```sh\n", 1)[1].split("```", 1)[0]
        block = block.replace("three-hills", "training")
        by_parallel, by_slurm = block.split("# as a Slurm array", 1)
        by_slurm = by_slurm.split("\n", 1)[1]
        for command, tasks, whole in [(by_parallel, [""], "1..60"), (by_slurm, ["0", "1"], "1..100")]:
            folder = self.folder / whole
            folder.mkdir()
            for task in tasks:
                done = self.in_shell(command, folder, SLURM_ARRAY_TASK_ID=task)
                self.assertEqual((done.returncode, done.stderr), (DONE, ""), command)
            parts = b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
            self.assertEqual(parts.decode(), self.good("batch", "training", "--seeds", whole))


if __name__ == "__main__":
    unittest.main(verbosity=2)
