# SPDX-License-Identifier: GPL-3.0-or-later
"""Sound servers for tests: PulseAudio and PipeWire, each in a folder of its own, without hardware.

Nothing is fixed: sockets are in the folder, no port is opened, and all processes end with stop()."""
import array
import ctypes
import os
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

RATE = 48000
LONGEST_STEP = 0.5


def wait_for(condition, seconds, what, step=0.05):
    """The first true value of `condition`, or an AssertionError that says `what` was missed."""
    waited, last = 0.0, time.monotonic()
    while True:
        value = condition()
        if value:
            return value
        if waited > seconds:
            raise AssertionError(f"waited {seconds} s in vain for {what() if callable(what) else what}")
        time.sleep(step)
        now = time.monotonic()
        # What the machine itself stands still does not count.
        waited, last = waited + min(now - last, LONGEST_STEP), now


PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


def end_with_parent():
    """Also when the test is killed, and so can not clean up: nothing stays behind."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


class Server:
    """What both have in common; `commands` are its processes, in the order in which they start."""

    name = ""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="handler-one-sound.")
        self.path = Path(self.folder.name)
        self.address = self.path / "pulse" / "native"
        self.processes = []
        self.sinks = ["alpha"]
        runtime = {name: value for name, value in os.environ.items()
                   if not name.startswith(("PULSE_", "PIPEWIRE_", "XDG_"))}
        self.environment = dict(
            runtime, HOME=str(self.path), XDG_RUNTIME_DIR=str(self.path), PULSE_SERVER=f"unix:{self.address}",
            PULSE_COOKIE=str(self.path / "cookie"), ALSA_CONFIG_PATH="/dev/null",
            XDG_CONFIG_HOME=str(self.path / "config"), XDG_STATE_HOME=str(self.path / "state"),
            DBUS_SESSION_BUS_ADDRESS="disabled:", DBUS_SYSTEM_BUS_ADDRESS="disabled:")
        self.address.parent.mkdir(mode=0o700)

    def commands(self):
        raise NotImplementedError

    def listens(self, socket_path):
        """A file that a dead one left behind does not."""
        with socket.socket(socket.AF_UNIX) as client:
            try:
                client.connect(str(socket_path))
            except OSError:
                return False
        return True

    def try_pactl(self, *arguments):
        return subprocess.run(["pactl", *arguments], env=self.environment, capture_output=True, text=True,
                              timeout=30)

    def pactl(self, *arguments):
        done = self.try_pactl(*arguments)
        if done.returncode != 0:
            raise AssertionError(f"pactl {arguments}: {done.stderr}{self.log()}")
        return done.stdout

    def log(self):
        return "".join(f"\n--- {path.name}\n{path.read_text(errors='replace')[-2000:]}"
                       for path in sorted(self.path.glob("*.log")))

    def start(self):
        for command in self.commands():
            log = open(self.path / f"{command[0]}.log", "ab")
            with log:
                self.processes.append(subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL,
                                                       stdout=log, stderr=log, start_new_session=True,
                                                       preexec_fn=end_with_parent))
            # The others leave for good if it does not listen yet.
            if command[0] == "pipewire":
                wait_for(lambda: self.listens(self.path / "pipewire-0"), 30, "PipeWire to listen")
        wait_for(lambda: self.try_pactl("info").returncode == 0, 30, f"{self.name} to answer")
        for sink in self.sinks:
            self.load(sink)
        wait_for(lambda: all(sink in self.pactl("list", "short", "sinks") for sink in self.sinks), 30,
                 "its sinks")
        # PipeWire's manager of sessions may still be on its way.
        wait_for(lambda: self.try_pactl("set-default-sink", self.sinks[0]).returncode == 0, 30, "a default sink")

    def load(self, sink):
        # Some need the label's quotation marks, none minds them.
        self.pactl("load-module", "module-null-sink", f"sink_name={sink}",
                   f"sink_properties=device.description=Speaker-{sink}")

    def unload(self, sink):
        modules = [line.split("\t") for line in self.pactl("list", "short", "modules").splitlines()]
        for module in modules:
            if len(module) > 2 and f"sink_name={sink} " in module[2] + " ":
                self.pactl("unload-module", module[0])

    def signal(self, number):
        for process in reversed(self.processes):
            process.send_signal(number)

    def kill(self):
        """As by a crash: nothing is said to anybody."""
        self.signal(signal.SIGKILL)
        for process in self.processes:
            process.wait()
        self.processes.clear()

    def stop(self):
        self.kill()
        self.folder.cleanup()


class PulseAudio(Server):
    name = "PulseAudio"

    def commands(self):
        return [["pulseaudio", "-n", "--exit-idle-time=-1", "--use-pid-file=no", "--daemonize=no",
                 "--disable-shm=yes", "-L", f"module-native-protocol-unix socket={self.address} auth-anonymous=1"]]


class PipeWire(Server):
    name = "PipeWire"

    def commands(self):
        return [["pipewire"], ["wireplumber"], ["pipewire-pulse"]]


class Recorder:
    """What a sink plays, from its monitor."""

    def __init__(self, server, sink):
        self.path = server.path / f"{sink}-{time.monotonic_ns()}.raw"
        with open(self.path, "wb") as output:
            self.process = subprocess.Popen(
                ["parec", "--raw", "-d", f"{sink}.monitor", "--format=s16le", f"--rate={RATE}", "--channels=2",
                 "--latency-msec=20"],
                env=server.environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.DEVNULL,
                preexec_fn=end_with_parent)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.path.unlink()

    def rms(self, seconds=0.4):
        """Of the last moments, left and right, 1 is full scale."""
        data = self.path.read_bytes()
        samples = array.array("h", data[:len(data) // 4 * 4][-4 * int(seconds * RATE):])
        return [(sum(x * x for x in samples[side::2]) / max(1, len(samples) // 2)) ** 0.5 / 32768
                for side in range(2)]
