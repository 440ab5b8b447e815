#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is hardened, and nothing in it can reach a network.

usage: test_binary.py PROGRAM fortified|plain

Read from the linked program, as a compiler that does not know an option leaves it out in silence.
The rules are proved each on a small program that breaks it.
"""

import fnmatch
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM, FORTIFIED = sys.argv[1], sys.argv[2] == "fortified"

# Libraries that speak to other machines.  GIO can too; its functions for that are named below.
NETWORK_LIBRARIES = ["libsoup*", "libcurl*", "libgnutls*", "libssl*", "libnghttp*", "libnice*",
                     "libgstrtsp*", "libgstrtp*", "libgstwebrtc*", "libgstsdp*", "libgstnet*",
                     "libwebkit*", "librest*", "libproxy*"]
NETWORK_FUNCTIONS = ["socket", "socketpair", "connect", "bind", "listen", "accept", "accept4",
                     "send", "sendto", "sendmsg", "recv", "recvfrom", "recvmsg", "getaddrinfo",
                     "gethostby*", "getnameinfo", "res_*", "if_nameindex", "getifaddrs",
                     "g_socket_*", "g_network_*", "g_resolver_*", "g_proxy_*", "g_tls_*",
                     "g_tcp_*", "g_inet_*", "g_datagram_*", "g_dtls_*", "g_threaded_socket_*",
                     "gst_rtsp*", "gst_net_*", "soup_*", "curl_*"]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class Binary:
    def __init__(self, path):
        # Sections are not asked for: a stripped program must pass as well.
        self.header = run("readelf", "--wide", "--file-header", path)
        self.segments = run("readelf", "--wide", "--program-headers", path)
        self.dynamic = run("readelf", "--wide", "--dynamic", path)
        symbols = run("nm", "--dynamic", "--undefined-only", path)
        self.wanted = {line.split()[-1].split("@")[0] for line in symbols.splitlines() if line}
        self.libraries = re.findall(r"\(NEEDED\).*\[(.*)\]", self.dynamic)

    def weaknesses(self):
        flags = " ".join(re.findall(r"\(FLAGS(?:_1)?\)(.*)", self.dynamic)).split()
        found = []
        if not re.search(r"Type:\s+DYN", self.header) or "PIE" not in flags:
            found.append("not position independent")
        if "GNU_RELRO" not in self.segments:
            found.append("no read-only relocations")
        if "BIND_NOW" not in flags and "NOW" not in flags:
            found.append("binds later")
        if not re.search(r"GNU_STACK.* RW ", self.segments):
            found.append("executable stack")
        if re.search(r"LOAD.* (RWE|WE) ", self.segments):
            found.append("memory to write and run")
        if "TEXTREL" in self.dynamic:
            found.append("relocations in code")
        if re.search(r"\((RPATH|RUNPATH)\).*\[/", self.dynamic) and "$ORIGIN" not in self.dynamic:
            found.append("looks for libraries in a folder of its own")
        if "__stack_chk_fail" not in self.wanted:
            found.append("no stack protector")
        return found

    def checked_copies(self):
        return sorted(name for name in self.wanted
                      if re.fullmatch(r"__\w+_chk", name) and name != "__stack_chk_fail")

    def network(self):
        return [name for name in self.libraries
                if any(fnmatch.fnmatch(name, pattern) for pattern in NETWORK_LIBRARIES)] + \
            [name for name in sorted(self.wanted)
             if any(fnmatch.fnmatchcase(name, pattern) for pattern in NETWORK_FUNCTIONS)]


class Program(unittest.TestCase):
    def setUp(self):
        self.binary = Binary(PROGRAM)

    def test_hardened(self):
        self.assertEqual(self.binary.weaknesses(), [])

    def test_copies_are_checked(self):
        if FORTIFIED:
            self.assertIn("__memcpy_chk", self.binary.checked_copies())

    def test_no_network(self):
        self.assertGreater(len(self.binary.wanted), 500)  # there is something to look at
        self.assertIn("libgio-2.0.so.0", self.binary.libraries)
        self.assertEqual(self.binary.network(), [])


SOURCE = """
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
int main (int argc, char **argv)
{
  char text[16];
  memcpy (text, argv[0], (size_t) argc);
  return puts (text) + (argc > 5 ? socket (AF_INET, SOCK_STREAM, 0) : 0);
}
"""


class Planted(unittest.TestCase):
    """The same questions to programs that are weak in one way each."""

    SOUND = ["-O2", "-fPIE", "-pie", "-fstack-protector-strong", "-Wl,-z,relro,-z,now",
             "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=3"]

    def build(self, *more):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        (folder / "weak.c").write_text(SOURCE)
        run("cc", "-w", *self.SOUND, *more, "-o", str(folder / "weak"), str(folder / "weak.c"))
        return Binary(str(folder / "weak"))

    def test_sound_but_for_the_socket(self):
        binary = self.build()
        self.assertEqual(binary.weaknesses(), [])
        self.assertEqual(binary.checked_copies(), ["__memcpy_chk"])
        self.assertEqual(binary.network(), ["socket"])

    def test_weak(self):
        for flags, weakness in (
                (["-no-pie", "-fno-pie"], "not position independent"),
                (["-Wl,-z,norelro"], "no read-only relocations"),
                (["-Wl,-z,lazy"], "binds later"),
                (["-Wl,-z,execstack"], "executable stack"),
                (["-Wl,-rpath,/opt/lib"], "looks for libraries in a folder of its own"),
                (["-fno-stack-protector"], "no stack protector")):
            with self.subTest(weakness):
                self.assertIn(weakness, self.build(*flags).weaknesses())

    def test_unchecked_copies(self):
        self.assertEqual(self.build("-U_FORTIFY_SOURCE").checked_copies(), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
