#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of tapes that `test-app-tape --take BATTLE SECONDS` has made: levels, band, clipping, overlap, delay.

usage: tape_figures.py TAPE_FOLDER LOG   (the log is what --take printed)
Needs gst-launch-1.0 and sox.
"""

import array
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import wave

RATE = 16000


def decode(segment, out, caps):
    subprocess.run(["gst-launch-1.0", "-q", "filesrc", f"location={segment}", "!", "oggdemux", "!", "opusdec", "!",
                    "audioconvert", "!", "audioresample", "!", f"audio/x-raw,format=S16LE,{caps}", "!", "wavenc", "!",
                    "filesink", f"location={out}"], check=True)


def decibels(value):
    return 20 * math.log10(value) if value > 0 else -120.0


def rms(samples):
    return math.sqrt(sum(x * x for x in samples) / len(samples)) / 32768 if samples else 0.0


def median(values):
    return sorted(values)[len(values) // 2] if values else float("nan")


def share(values, part):
    return sorted(values)[min(len(values) - 1, int(len(values) * part))] if values else float("nan")


def read_index(folder):
    lines = [json.loads(line) for line in (folder / "tape.h1tape").read_text(encoding="utf-8").splitlines()]
    said = {line["id"]: dict(line) for line in lines if line.get("kind") == "said"}
    for line in lines:
        if line.get("kind") in ("sound", "unheard"):
            said[line["id"]].update({k: v for k, v in line.items() if k != "kind"})
    return said


def stat(path, *effects):
    text = subprocess.run(["sox", path, "-n", *effects, "stats"], capture_output=True, text=True, check=True).stderr
    return dict(match.groups() for match in re.finditer(r"^(\w.*?dB)\s+(\S+)", text, re.MULTILINE))


def levels(folder, said):
    """Of each transmission: its RMS; of what lies between: the floor."""
    speech, peaks, floors, below, above, clipped, seconds = [], [], [], [], [], 0, 0.0
    for segment in sorted(folder.glob("*.ogg")):
        with tempfile.TemporaryDirectory() as scratch:
            fine, coarse = f"{scratch}/fine.wav", f"{scratch}/coarse.wav"
            decode(segment, fine, "rate=48000,channels=2")
            decode(segment, coarse, f"rate={RATE},channels=1")
            whole = stat(fine)
            peaks.append(float(whole["Pk lev dB"]))
            total = float(whole["RMS lev dB"])
            below.append(float(stat(fine, "sinc", "-300")["RMS lev dB"]) - total)
            above.append(float(stat(fine, "sinc", "3400")["RMS lev dB"]) - total)
            with wave.open(coarse) as sound:
                samples = array.array("h", sound.readframes(sound.getnframes()))
            with wave.open(fine) as sound:
                frames = array.array("h", sound.readframes(sound.getnframes()))
            clipped += sum(1 for x in frames if x >= 32767 or x <= -32768)
        seconds += len(samples) / RATE
        number, spoken = int(segment.stem), []
        for line in said.values():
            if line.get("segment") != number:
                continue
            begin, end = line["at_ms"] * RATE // 1000, (line["at_ms"] + line["length_ms"]) * RATE // 1000
            spoken.append((begin, end))
            if len(samples) >= end:
                speech.append(decibels(rms(samples[begin:end])))
        at = 0
        for begin, end in sorted(spoken) + [(len(samples), 0)]:
            if begin - at > RATE // 2:
                floors.append(decibels(rms(samples[at + RATE // 10:begin - RATE // 10])))
            at = max(at, end)
    return speech, peaks, floors, below, above, clipped, seconds


def overlap(log):
    rows = [line.split() for line in log.read_text().splitlines()]
    heard = sorted((int(r[3]), int(r[4])) for r in rows if int(r[3]) > 0)
    both = sum(max(0, min(a[1], b[1]) - b[0]) for a, b in zip(heard, heard[1:]))
    delays = [(int(r[3]) - int(r[2])) / 1000 for r in rows if int(r[3]) > 0]
    left = sum(1 for r in rows if int(r[5]) != 0)
    return len(rows), len(heard), left, both / 1e6, delays


def main():
    folder, log = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    said = read_index(folder)
    speech, peaks, floors, below, above, clipped, seconds = levels(folder, said)
    n, heard, left, both, delays = overlap(log)
    size = sum(path.stat().st_size for path in folder.glob("*.ogg"))
    at_once = sum(1 for delay in delays if delay < 200)
    print(json.dumps({
        "tape": folder.name, "seconds": round(seconds, 1), "kbit_s": round(size * 8 / 1000 / seconds, 1),
        "transmissions": n, "heard": heard, "left_out": left,
        "speech_rms_db": [round(share(speech, p), 1) for p in (0.05, 0.5, 0.95)],
        "peak_db": round(max(peaks), 2), "clipped_samples": clipped, "floor_db": round(median(floors), 1),
        "below_300_db": round(median(below), 1), "above_3400_db": round(median(above), 1),
        "overlap_s": round(both, 2),
        "delay_ms": [round(share(delays, p), 1) for p in (0.5, 0.95, 1)], "delayed_less_than_200_ms": at_once}))


main()
