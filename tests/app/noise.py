# SPDX-License-Identifier: GPL-3.0-or-later
"""Noise over a spoken sentence, for orders that are only half heard."""

import array
import json
import math
import os
import random
import subprocess
import wave


def add(path, below_db):
    """White noise so far below the speech of a WAV of 16 bits, the same each time."""
    with wave.open(path) as sound:
        kind, samples = sound.getparams(), array.array("h", sound.readframes(sound.getnframes()))
    level = math.sqrt(sum(sample * sample for sample in samples) / len(samples)) * 10 ** (-below_db / 20)
    chance = random.Random(7)
    noisy = [max(-32768, min(32767, int(sample + chance.gauss(0, level)))) for sample in samples]
    with wave.open(path, "wb") as sound:
        sound.setparams(kind)
        sound.writeframes(array.array("h", noisy).tobytes())


def say_unclearly(program, words, path):
    """Says an order with as much noise as it takes for it to be asked for, and no more; what `listen` then
    tells, or None: no noise did it."""
    env = dict(os.environ, G_DEBUG="")
    for below_db in 7, 8, 6, 9, 5, 10, 11, 4, 12:
        subprocess.run([program, "say", words, "--dry", "--output", path], check=True, env=env)
        add(path, below_db)
        done = subprocess.run([program, "listen", path, "--scenario", "training", "--json"],
                              capture_output=True, text=True, check=False, env=env)
        heard = json.loads(done.stdout)
        if heard.get("asks") and heard["asks"][0]["canonical"] == words:
            return done.returncode, heard
    return None
