#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./dev promises: a program passes through untouched, and a tree is made once and whole.

Where the tests run inside the Debian 13 tree, ./dev starts bubblewrap in there once more, so that
the part that forwards signals is the one that people use.

usage: test_dev.py SOURCE_ROOT BUILD_ROOT
"""

import os
import pty
import select
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest
from pathlib import Path

SOURCE_ROOT, BUILD_ROOT = sys.argv[1:3]
DEV = os.path.join(SOURCE_ROOT, "dev")
IN_TREE = os.path.exists("/etc/handler-one-tree")
MAY_CHANGE = {"PATH", "XDG_DATA_DIRS", "GSETTINGS_SCHEMA_DIR", "LD_LIBRARY_PATH"}

# A shell sets these anew: the folder is the same, but may have stood there with another name.
SHELL_S_OWN = ["_", "SHLVL", "OLDPWD", "PWD"]

# Says that it is ready, counts what it gets, and ends in its own way.
PROGRAM = """
import signal, sys, time
got = []
for s in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1):
    if signal.getsignal(s) != signal.SIG_IGN:
        signal.signal(s, lambda s, f: got.append(s))
print("ready", flush=True)
end = time.monotonic() + 20
while not got and time.monotonic() < end:
    time.sleep(0.01)
time.sleep(0.3)
print(*(signal.Signals(s).name for s in got), flush=True)
sys.exit(42 if got else 1)
"""


def environment(**changes):
    env = dict(os.environ, HANDLER_ONE_BUILD_DIR=BUILD_ROOT,
               HANDLER_ONE_ENVIRONMENT="tree" if IN_TREE else "system", **changes)
    return env


def dev_exec(*command, **options):
    options.setdefault("stdin", subprocess.DEVNULL)
    options.setdefault("env", environment())
    return subprocess.Popen([DEV, "exec", *command], stdout=subprocess.PIPE, **options)


def read_until(stream, text, seconds=20):
    """What a descriptor says up to a text."""
    said, end = b"", time.monotonic() + seconds
    while text not in said and time.monotonic() < end:
        if select.select([stream], [], [], 0.2)[0]:
            try:
                part = os.read(stream, 4096)
            except OSError:  # the terminal's other side is closed
                break
            if not part:
                break
            said += part
    return said


class PassThrough(unittest.TestCase):
    def run_dev(self, *command, **options):
        process = dev_exec(*command, **options)
        return process, process.communicate(timeout=60)[0]

    def test_exit_status(self):
        for script, status in [("exit 0", 0), ("exit 7", 7), ("exit 255", 255), ("kill -9 $$", 137)]:
            with self.subTest(script=script):
                process, out = self.run_dev("sh", "-c", script)
                # Without a tree the program takes our place, so its death is seen as such.
                self.assertIn(process.returncode, {status, 128 - status if status > 128 else status})
                self.assertEqual(out, b"")

    def test_command_that_is_not_there(self):
        process, out = self.run_dev("no-such-command", stderr=subprocess.DEVNULL)
        self.assertEqual((process.returncode, out), (127, b""))

    def test_arguments_and_folder(self):
        with tempfile.TemporaryDirectory(prefix="a folder ") as folder:
            process, out = self.run_dev("python3", "-c", "import os, sys; print(os.getcwd(), sys.argv[1:])",
                                        "two words", "", "new\nline", "$HOME", cwd=folder)
            self.assertEqual(out.decode(), f"{folder} {['two words', '', chr(10).join(['new', 'line']), '$HOME']}\n")

    def test_standard_input(self):
        data = os.urandom(300_000)
        process = dev_exec("cat", stdin=subprocess.PIPE)
        out, _ = process.communicate(data, timeout=60)
        self.assertEqual((process.returncode, out == data), (0, True))

    def test_closed_standard_input(self):
        out = subprocess.run(["bash", "-c", f'exec <&-; "{DEV}" exec sh -c "echo fine"'], env=environment(),
                             stdout=subprocess.PIPE, timeout=60).stdout
        self.assertEqual(out, b"fine\n")

    def test_environment(self):
        given = environment(DISPLAY=":77", LANG="de_DE.UTF-8", LANGUAGE="ja", XDG_DATA_DIRS="/data",
                            TMPDIR=tempfile.gettempdir(), ODD="a=b\nc")
        for name in SHELL_S_OWN:
            given.pop(name, None)
        process, out = self.run_dev("env", "-0", env=given)
        seen = dict(line.split("=", 1) for line in out.decode().split("\0") if line)
        for name in SHELL_S_OWN:
            seen.pop(name, None)
        for name in set(given) | set(seen):
            with self.subTest(variable=name):
                if name in MAY_CHANGE:
                    self.assertTrue(seen[name].endswith(given.get(name, "")))
                else:
                    self.assertEqual(seen.get(name), given.get(name))

    def test_files_are_at_the_same_place(self):
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"here")
            file.flush()
            self.assertEqual(self.run_dev("cat", file.name)[1], b"here")


class Signals(unittest.TestCase):
    @staticmethod
    def heed_signals():
        """What runs the tests may ignore some signals, and a shell can not trap what it was born ignoring."""
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)

    def start(self, **options):
        options.setdefault("preexec_fn", self.heed_signals)
        process = dev_exec("python3", "-c", PROGRAM, **options)
        self.addCleanup(process.stdout.close)
        self.assertEqual(read_until(process.stdout.fileno(), b"ready\n"), b"ready\n")
        return process

    def assert_one(self, process, name):
        self.assertEqual(process.stdout.read().decode().strip(), name)
        self.assertEqual(process.wait(20), 42)

    def test_each_reaches_the_program(self):
        for name in ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR1"]:
            with self.subTest(signal=name):
                process = self.start(start_new_session=True)
                process.send_signal(signal.Signals[name])
                self.assert_one(process, name)

    def test_a_group_s_signal_arrives_once(self):
        process = self.start(start_new_session=True)
        os.killpg(process.pid, signal.SIGTERM)
        self.assert_one(process, "SIGTERM")

    def test_ignored_stays_ignored(self):
        process = self.start(start_new_session=True,
                             preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        os.killpg(process.pid, signal.SIGHUP)
        time.sleep(0.3)
        process.terminate()
        self.assert_one(process, "SIGTERM")

    def test_kill_takes_the_program_with_it(self):
        with tempfile.TemporaryDirectory() as folder:
            mark = os.path.join(folder, "beat")
            process = dev_exec("sh", "-c", f"echo ready; while sleep 0.1; do date +%N > {mark}; done")
            self.addCleanup(process.stdout.close)
            read_until(process.stdout.fileno(), b"ready\n")
            process.kill()
            process.wait(20)
            time.sleep(0.5)
            beat = Path(mark).read_text() if os.path.exists(mark) else ""
            time.sleep(0.5)
            self.assertEqual(Path(mark).read_text() if os.path.exists(mark) else "", beat)

    def on_terminal(self, script):
        pid, terminal = pty.fork()
        if pid == 0:
            os.execve(DEV, [DEV, "exec", "python3", "-c", script], environment())
        self.addCleanup(os.close, terminal)
        return pid, terminal

    def test_terminal_input(self):
        pid, terminal = self.on_terminal("print('ready'); print('<' + input() + '>')")
        read_until(terminal, b"ready")
        os.write(terminal, b"typed\n")
        self.assertIn(b"<typed>", read_until(terminal, b"<typed>"))
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 0)

    def test_control_c(self):
        pid, terminal = self.on_terminal(PROGRAM)
        read_until(terminal, b"ready")
        os.write(terminal, b"\x03")
        said = read_until(terminal, b"SIGINT\r\n")
        self.assertEqual(said.count(b"SIGINT"), 1)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 42)


FAKE_BOOTSTRAP = """\
#!/bin/bash
# Stands in for mmdebstrap: counts its calls and makes a few files, or fails as it is told.
echo call >>"$CALLS"
[[ -z ${FAIL_WITH-} ]] || { echo "$FAIL_WITH" >&2; exit 1; }
sleep "${TAKES:-0}"
format=directory
for argument; do
  [[ $argument == --format=* ]] && format=${argument#*=}
  [[ $previous == trixie ]] && target=$argument
  previous=$argument
done
[[ $format == tar ]] && target=$(mktemp -d)
mkdir -p "$target"/{etc,usr/bin,usr/include,usr/share,var/lib/dpkg/info,var/tmp}
touch "$target"/usr/bin/{gcc,meson,ninja} "$target/usr/include/stdio.h"
[[ $format == tar ]] && tar -c -C "$target" .
exit 0
"""


class Tree(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        self.calls = self.root / "calls"
        (self.root / "bin").mkdir()
        for name in ["mmdebstrap", "bwrap", "newuidmap"]:
            (self.root / "bin" / name).write_text(FAKE_BOOTSTRAP if name == "mmdebstrap" else "#!/bin/sh\n")
            (self.root / "bin" / name).chmod(0o755)

    def start(self, commands="", **changes):
        script = textwrap.dedent(f"""\
            set -u
            source_dir={SOURCE_ROOT}
            for part in common system tree enter build verbs; do . "$source_dir/build-aux/$part.sh"; done
            have_tree_tools() {{ :; }}
            {commands}
            set_up_tree
            echo "$tree"
            """)
        env = dict(os.environ, PATH=f"{self.root}/bin:{os.environ['PATH']}", CALLS=str(self.calls),
                   HANDLER_ONE_TREES=str(self.root / "trees"), **changes)
        return subprocess.Popen(["bash", "-c", script], env=env, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, start_new_session=True)

    def make(self, commands="", **changes):
        process = self.start(commands, **changes)
        out, err = process.communicate(timeout=60)
        return process.returncode, out.strip(), err

    def n_calls(self):
        return len(self.calls.read_text().splitlines()) if self.calls.exists() else 0

    def test_made_once(self):
        status, tree, _ = self.make()
        self.assertEqual((status, self.n_calls()), (0, 1))
        self.assertTrue(os.path.exists(f"{tree}/usr/bin/gcc"))
        self.assertEqual(self.make()[:2], (0, tree))
        self.assertEqual(self.n_calls(), 1)

    def test_damage_is_noticed(self):
        damages = {"stamp": lambda tree: os.unlink(f"{tree}/etc/handler-one-tree"),
                   "empty stamp": lambda tree: Path(f"{tree}/etc/handler-one-tree").write_text(""),
                   "program": lambda tree: os.unlink(f"{tree}/usr/bin/meson"),
                   "header": lambda tree: os.unlink(f"{tree}/usr/include/stdio.h")}
        for number, (name, damage) in enumerate(damages.items()):
            with self.subTest(damage=name):
                _, tree, _ = self.make()
                damage(tree)
                status, again, said = self.make()
                self.assertEqual((status, again), (0, tree))
                self.assertIn("damaged", said)
                self.assertEqual(self.n_calls(), number + 2)
                self.assertTrue(os.path.exists(f"{tree}/usr/bin/meson"))

    def test_two_at_once_make_one(self):
        both = [self.start(TAKES="1") for _ in range(2)]
        trees = [process.communicate(timeout=60)[0] for process in both]
        self.assertEqual(trees[0], trees[1])
        self.assertEqual(self.n_calls(), 1)

    def test_half_made_is_swept(self):
        process = self.start(TAKES="30")
        end = time.monotonic() + 10
        while not self.calls.exists() and time.monotonic() < end:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        leftover = self.root / "trees" / ".making.of-another-list"
        leftover.mkdir(parents=True, exist_ok=True)
        status, tree, _ = self.make()
        self.assertEqual(status, 0)
        self.assertFalse(leftover.exists())

    def test_failures_say_what_to_do(self):
        for failure, advice in {"W: Could not resolve 'mirror'": "network",
                                "write error: No space left on device": "HANDLER_ONE_TREES",
                                "E: Unable to locate package blueprint-compiler": "HANDLER_ONE_MIRROR",
                                "newuidmap failed: /etc/subuid": "user namespaces",
                                "NO_PUBKEY 6ED0E7B82643E131": "debian-archive-keyring"}.items():
            with self.subTest(failure=failure):
                status, tree, said = self.make(FAIL_WITH=failure)
                self.assertEqual((status, tree), (3, ""))
                self.assertIn(advice, said)
                self.assertEqual(list((self.root / "trees").glob("*/etc")), [])

    def test_full_disk_is_said_before(self):
        status, _, said = self.make("tree_needs_mib=999999999")
        self.assertEqual((status, self.n_calls()), (3, 0))
        self.assertIn("Free some space", said)

    def test_old_trees_are_swept(self):
        old = self.root / "trees" / "0123456789ab"
        recent = self.root / "trees" / "ba9876543210"
        for tree in [old, recent]:
            (tree / "etc").mkdir(parents=True)
            (tree / "etc/handler-one-tree").write_text("x\n")
        os.utime(old / "etc/handler-one-tree", (0, 0))
        self.make()
        self.assertEqual((old.exists(), recent.exists()), (False, True))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
