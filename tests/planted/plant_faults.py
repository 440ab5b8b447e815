#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checkers can fail: for each kind of fault that they are for, one is planted, and its test has to
see it.

A copy of one source file is changed, compiled as the build compiles it, and put before the archives
of a test that is linked anew; then the test is run, sound and with the fault.

usage: plant_faults.py SOURCE-ROOT BUILD-ROOT NINJA [UNITTEST-ARGS]
"""

import json
import shlex
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE, BUILD, NINJA = (Path(argument) for argument in sys.argv[1:4])
del sys.argv[1:4]


class Planted(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.compilations = json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8"))

    def run_command(self, command, **more):
        return subprocess.run(command, cwd=BUILD, capture_output=True, text=True, errors="replace", timeout=300,
                              check=False, **more)

    def must(self, command):
        done = self.run_command(command)
        self.assertEqual(done.returncode, 0, f"{shlex.join(map(str, command))}\n{done.stderr}")
        return done.stdout

    def compile_planted(self, path, faults, flags=()):
        """The object file of a source with each (old, new) of `faults` planted once."""
        text = (SOURCE / path).read_text(encoding="utf-8")
        for old, new in faults:
            self.assertEqual(text.count(old), 1, f"{path} has changed: where is now “{old}”?")
            text = text.replace(old, new)
        copy, made = self.folder / Path(path).name, self.folder / (Path(path).name + ".o")
        copy.write_text(text, encoding="utf-8")
        for entry in self.compilations:
            if (Path(entry["directory"]) / entry["file"]).resolve() == (SOURCE / path).resolve():
                break
        else:
            self.fail(f"nothing compiles {path}")
        command = shlex.split(entry["command"])
        for option, value in [("-o", made), ("-MF", self.folder / "deps"), ("-MQ", made)]:
            command[command.index(option) + 1] = str(value)
        command[command.index(entry["file"])] = str(copy)
        command.insert(1, "-I" + str((SOURCE / path).parent))
        self.must(command + ["-Wno-error", *flags])
        return made

    def link(self, test, objects, replaced=0, flags=()):
        """The test with these objects in place of what the archives have, and of so many of its own."""
        command = shlex.split(self.must([NINJA, "-t", "commands", test]).splitlines()[-1])
        made = self.folder / "test"
        command[command.index("-o") + 1] = str(made)
        own = next(i for i, word in enumerate(command) if word.endswith(".o"))
        command[own:own + replaced] = [str(each) for each in objects]
        self.must(command + [*flags])
        return made

    def runs(self, program, *arguments):
        return self.run_command([str(program), *arguments]).returncode

    def caught(self, path, faults, test, *arguments):
        self.assertEqual(self.runs(BUILD / test, *arguments), 0, f"{test} fails without any fault")
        planted = self.link(test, [self.compile_planted(path, faults)])
        self.assertNotEqual(self.runs(planted, *arguments), 0, f"{test} does not see the fault in {path}")

    def test_nothing_planted(self):
        """Compiled and linked anew without a fault a test passes: what fails below fails by its fault."""
        same = self.link("tests/engine/test-engine-save",
                         [self.compile_planted("src/scenario/scenario-lines.c", [])])
        self.assertEqual(self.runs(same, "-p", "/engine/save/damaged-file"), 0)

    def test_clock_read(self):
        self.caught("src/sim/sim-world.c",
                    [("sim_world_step (SimWorld *world)\n{\n",
                      "sim_world_step (SimWorld *world)\n{\n  extern int clock_gettime (int, void *);\n"
                      "  long now[2];\n\n  clock_gettime (0, now);\n"
                      "  world->detections += (uint64_t) now[1] / 1000 % 2;\n")],
                    "tests/sim/test-sim-golden")

    def test_field_left_out_of_the_save(self):
        self.caught("src/sim/sim-state.c", [("  u8 (codec, &shell->ranging);\n", "")],
                    "tests/sim/test-sim-state", "-p", "/sim/state/every-byte-of-tables")

    def test_bad_checksum(self):
        self.caught("src/scenario/scenario-lines.c", [("strcmp (sha, found) != 0", "strcmp (sha, found) == 4711")],
                    "tests/engine/test-engine-save", "-p", "/engine/save/damaged-file")

    def test_bad_seal(self):
        self.caught("src/base/base-codec.c", [("base_codec_fail_unless (codec, seal == hash);", "")],
                    "tests/engine/test-engine-save", "-p", "/engine/save/damaged-state")

    def test_swallowed_error(self):
        """A save that could not be written, and is said to have been."""
        self.caught("src/scenario/scenario-writer.c",
                    [("0600, &why))\n    return set_write_error (error, path, why->message);", "0600, &why))\n    return TRUE;")],
                    "tests/engine/test-engine-save", "-p", "/engine/save/unwritable")

    def test_newest_written_over(self):
        """The ring takes the place of the one autosave that must stay."""
        self.caught("src/scenario/scenario-ring.c", [("    return 6;\n  if (is_over", "    return 1;\n  if (is_over")],
                    "tests/scenario/test-scenario-ring", "-p", "/scenario/ring/round")

    def test_bad_seal_of_a_journal(self):
        self.caught("src/scenario/scenario-journal.c",
                    [("if (memcmp (text + strlen (SEAL_KEY), seal, SCENARIO_JOURNAL_SEAL) != 0)", "if (FALSE)")],
                    "tests/scenario/test-scenario-journal", "-p", "/scenario/journal/every-byte")

    def test_order_left_out_of_the_journal(self):
        self.caught("src/engine/engine-keeping.c",
                    [("  case ENGINE_INPUT_QUEUE:\n", "  case ENGINE_INPUT_QUEUE:\n    return;\n"),
                     ("  case ENGINE_INPUT_EDIT:\n", "  case ENGINE_INPUT_EDIT:\n    return;\n"),
                     ("  case ENGINE_INPUT_COMMAND:\n", "  case ENGINE_INPUT_COMMAND:\n    return;\n")],
                    "tests/engine/test-engine-keeper", "-p", "/engine/keeper/crashes")

    def test_number_left_out_of_the_journal(self):
        """The staff officer's orders are numbered otherwise when they are given again."""
        self.caught("src/engine/engine-resume.c",
                    [("      engine_core_expect_staff_id (resume->core, entry->order);\n", "")],
                    "tests/engine/test-engine-keeper", "-p", "/engine/keeper/numbers")

    def test_wrong_hash_in_a_replay(self):
        self.caught("src/engine/engine-replayer.c",
                    [("if (world == hash->world && picture == hash->picture)", "if (TRUE)")],
                    "tests/engine/test-engine-run", "-p", "/engine/run/replay-differs")

    def sees(self, path, faults):
        """Something that nobody told her reaches what she sees."""
        self.caught(path, faults, "tests/engine/test-engine-blind")

    def test_truth_in_the_picture(self):
        """How many there are, in what the briefing marks."""
        self.sees("src/engine/engine-core.c",
                  [("add_known (core->picture, scenario);\n",
                    "add_known (core->picture, scenario);\n"
                    "  picture_add_known (core->picture, 1, (uint16_t) sim_world_n_units (core->world),"
                    " base_vec (1, 1), 1);\n")])

    def test_truth_in_the_frame(self):
        """Where one stands, in the frame alone."""
        self.sees("src/engine/engine-core.c",
                  [("  engine_core_foresee_queue (core, &frame->view);\n",
                    "  engine_core_foresee_queue (core, &frame->view);\n"
                    "  frame->view.own[0].ghost ="
                    " sim_world_unit (core->world, sim_world_n_units (core->world) - 1).position;\n")])

    def test_truth_by_telemetry(self):
        """A machine that sends what no machine can know."""
        self.sees("src/sim/sim-radar.c",
                  [("  state.own.position.x += state.own.error_m",
                    "  state.own.error_m += 0.001f * (float) world->n_units;\n"
                    "  state.own.position.x += state.own.error_m")])

    def test_race(self):
        flags = ["-fsanitize=thread", "-O1", "-U_FORTIFY_SOURCE"]
        own = self.compile_planted("tests/engine/test-mailbox.c", [], flags)
        sound = self.compile_planted("src/engine/mailbox.c", [], flags)
        test = "tests/engine/test-engine-mailbox"
        program = self.link(test, [own, sound], 1, ["-fsanitize=thread"])
        self.assertEqual(self.runs(program), 0, "the thread sanitizer sees a race without any fault")
        planted = self.compile_planted(
            "src/engine/mailbox.c",
            [("engine_mailbox_send (EngineMailbox *mailbox, const EngineInput *input)\n{\n"
              "  pthread_mutex_lock (&mailbox->lock);\n",
              "engine_mailbox_send (EngineMailbox *mailbox, const EngineInput *input)\n{\n"),
             ("  atomic_store (&mailbox->has_input, true);\n  pthread_mutex_unlock (&mailbox->lock);\n",
              "  atomic_store (&mailbox->has_input, true);\n")], flags)
        program = self.link(test, [own, planted], 1, ["-fsanitize=thread"])
        self.assertNotEqual(self.runs(program), 0,
                            "the thread sanitizer does not see an array filled without its lock")


if __name__ == "__main__":
    unittest.main(verbosity=2)
