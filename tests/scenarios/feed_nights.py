#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A year of nights against a feed: stories come, change and go, builds are killed, generations rolled back; a reader asks
a saved address each morning and tells each entry it has not told. What it told is compared with what was written.
Usage: feed_nights.py HOST:PORT NIGHTS SEED   in a folder with src/ and ix/"""
import os
import random
import re
import subprocess
import sys
import time
import urllib.request

place, nights, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
chance = random.Random(seed)
words = "children staff leaders safe records training visits medicine school homes families plans support checks".split()
points = ["locked", "read", "written", "merged", "announced", "moved", "stub", "live", "remembered", "searched", "told", "pruning",
          "pruned", "forgotten"]
written = {}  # path -> whether the address finds it
told = []     # ids of entries in the order told
etag = None


def write(number, matches):
    """A story with a date of its own, often of years ago; the address asks for its word."""
    path = f"src/{number % 37}/story{number}.txt"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    day = "" if number % 5 == 0 else f"Published: {chance.randrange(1, 28)} March {chance.randrange(2008, 2026)}\n\n"
    text = " ".join(chance.choice(words) for _ in range(25))
    with open(path, "w") as file:
        file.write(f"Story of number{number}\n\n{day}{text}. {'A wombat was seen' if matches else 'Nothing was seen'} by unit{number}.\n")
    written[f"number{number}"] = matches


def index(*arguments, fault=None):
    environment = dict(os.environ, FINDINGS_FAULT=f"{fault}:kill") if fault else None
    return subprocess.run(["findings-index", *arguments, "--index", "ix"], env=environment, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE).returncode


def ask():
    """What a feed reader does: only what has changed, each entry id once."""
    global etag
    request = urllib.request.Request(f"http://{place}/.atom?q=wombat", headers={"If-None-Match": etag} if etag else {})
    try:
        with urllib.request.urlopen(request) as answer:
            etag = answer.headers["ETag"]
            feed = answer.read().decode()
    except urllib.error.HTTPError as error:
        if error.code != 304:
            raise
        return []
    entries = re.findall(r"<entry>.*?</entry>", feed, re.S)
    return [(re.search(r"<id>(.*?)</id>", e).group(1), re.search(r"number\d+", e).group(0), re.search(r"<updated>(.*?)</updated>", e).group(1))
            for e in entries]


seen, updated = {}, {}


def morning():
    fresh = []
    for key, story, when in ask():
        if key not in seen:
            seen[key] = story
            fresh.append(story)
            updated[key] = when
        elif updated[key] != when and story not in changed_days:
            print(f"{story}: its time was {updated[key]} and is {when}: a reader tells it again")
            sys.exit(1)
    told.extend(fresh)


number = 0
changed_days = set()
for _ in range(60):
    number += 1
    write(number, number % 2 == 0)
assert index("build", "src") == 0
morning()
base = set(told)
began = time.monotonic()
kills = rollbacks = fulls = gone = 0
for night in range(1, nights + 1):
    # Some nights bring nothing, one in sixty (the tenth first) more than a feed's usual fifty.
    for _ in range(chance.choice([0, 0, 1, 1, 2, 3]) if night % 60 != 10 else 70):
        number += 1
        write(number, chance.random() < 0.5)
    roll = chance.random()
    if roll < 0.25:
        kills += index("build", "src", fault=chance.choice(points)) < 0
        if chance.random() < 0.5:
            morning()
    if roll > 0.9:
        rollbacks += index("rollback") == 0
        if chance.random() < 0.5:
            morning()
    if chance.random() < 0.03:
        fulls += 1
        if os.path.exists("ix/cache.sqlite"):
            os.remove("ix/cache.sqlite")
    if chance.random() < 0.02:
        # A story that is rewritten is the same story; its old words are gone.
        victim = chance.choice(sorted(written))
        n = int(victim[6:])
        changed_days.add(victim)
        write(n, written[victim])
    status = index("build", "src")
    assert status == 0, f"night {night}: exit {status}"
    # A reader is away now and then.
    if chance.random() < 0.9:
        morning()
morning()

expected = {story for story, matches in written.items() if matches}
missed = sorted(expected - set(told))
twice = sorted({story for story in told if told.count(story) > 1})
wrong = sorted(set(told) - expected)
print(f"{nights} nights in {time.monotonic() - began:.0f} s: {len(expected) - len(base)} stories for the reader, {kills} builds killed, "
      f"{rollbacks} rollbacks, {fulls} lost caches: missed {len(missed)}, told twice {len(twice)}")
if missed or twice or wrong:
    print("missed:", missed[:10], "twice:", twice[:10], "wrong:", wrong[:10])
    sys.exit(1)
