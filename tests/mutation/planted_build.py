# SPDX-License-Identifier: AGPL-3.0-or-later
"""A copy of the tree, in build/mutation, that is built with sleeping faults in it."""
import json
import os
import re
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

from mutants import mutants_of
from schema import schema_of

ROOT = Path(__file__).resolve().parents[2]
# Two runs at a time take a folder each.
WORK = Path(os.environ.get("FINDINGS_MUTATION", ROOT / "build/mutation"))
# The build lies in the tree as build/release does: what is not planted comes out of ccache.
TREE, BUILD = WORK / "tree", WORK / "tree/build/release"
ROOM_LISTS = tuple(f"{room}/CMakeLists.txt" for room in ("common", "indexer", "searcher"))
JOBS = os.environ.get("FINDINGS_JOBS", str(os.cpu_count()))
_ERROR = re.compile(r"^\S+: (?:fatal )?error: ")
# ccache makes paths relative.
_PLACE = re.compile(rf"(?:{re.escape(str(TREE))}/|(?:\.\./)+)(\S+?):(\d+)(?::\d+)?: ")
_NUMBER = re.compile(r"planted::\w+<(\d+)|\bOp<(\d+)|\bint N = (\d+)|Number = (\d+)|first<(\d+)|pick<(\d+)")


def run(command, timeout=1800, cwd=ROOT, env=None):
    """The exit status and the output of a command; status 124 when it took too long."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, cwd=cwd,
                          env={**os.environ, **(env or {})}, start_new_session=True) as process:
        try:
            output = process.communicate(timeout=timeout)[0].decode("utf-8", "replace")
            return process.returncode, output
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.communicate()
            return 124, "timed out"


def say(text):
    print(f"mutate: {time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


class PlantedBuild:
    """Shape: numbers (key -> number, kept from run to run), alone (keys that cannot sleep), written (path -> faults in it)."""

    def __init__(self, tracked):
        WORK.mkdir(parents=True, exist_ok=True)
        self.state = WORK / "faults.json"
        saved = json.loads(self.state.read_text()) if self.state.exists() else {"numbers": {}, "alone": []}
        self.numbers, self.alone = saved["numbers"], set(saved["alone"])
        self.written = {}
        self.changed_alone = None
        self.tracked = [p for p in tracked if (ROOT / p).is_file()]

    def number_of(self, mutant):
        """The number that wakes it; 0 when it is to be compiled alone."""
        return 0 if mutant.key() in self.alone else self.numbers.get(mutant.key(), 0)

    def _save(self):
        self.state.write_text(json.dumps({"numbers": self.numbers, "alone": sorted(self.alone)}))

    def _write(self, path, content):
        target = TREE / path
        if target.exists() and target.read_bytes() == content:
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        target.chmod((ROOT / path).stat().st_mode)

    def _write_planted(self, path):
        """Writes a source with all faults that were ever drawn from it."""
        text, seen, numbered = (ROOT / path).read_text(), set(), []
        for mutant in mutants_of(path, text):
            # Where two lines read the same, the first stands for both.
            if self.number_of(mutant) and mutant.key() not in seen:
                numbered.append((self.number_of(mutant), mutant))
                seen.add(mutant.key())
        planted, unwritten = schema_of(text, numbered)
        self.alone |= {m.key() for n, m in numbered if n in unwritten}
        self.written[path] = [(n, m) for n, m in numbered if n not in unwritten]
        if self.written[path]:
            planted = f'#include "tests/mutation/planted.hpp"\n#line 1\n{planted}'
        self._write(path, planted.encode())

    def plant(self, drawn):
        """Builds everything with the faults of `drawn` and of earlier draws asleep in it."""
        for mutant in drawn:
            self.numbers.setdefault(mutant.key(), len(self.numbers) + 1)
        wanted = set(self.tracked)
        paths = {key.split("\t")[0] for key in self.numbers} & wanted
        for path in self.tracked:
            if path in paths:
                self._write_planted(path)
            elif path not in ROOM_LISTS:
                self._write(path, (ROOT / path).read_bytes())
        for gone in {p for folder in TREE.iterdir() if folder.name != "build" for p in [folder, *folder.rglob("*")] if p.is_file()}:
            if str(gone.relative_to(TREE)) not in wanted:
                gone.unlink()
        self._compile_quickly()
        self._save()
        self._configure()
        for _ in range(12):
            status, output = run(["cmake", "--build", str(BUILD), "--parallel", JOBS, "--", "-k", "0"], 7200)
            if status == 0:
                return
            (WORK / "build.log").write_text(output)
            refused = self._refused(output)
            if not refused:
                sys.exit(f"mutate: the build failed, and not for a fault:\n{output[-3000:]}\n(all of it: {WORK / 'build.log'})")
            say(f"{len(refused)} faults cannot sleep; they are compiled alone")
            self.alone |= {m.key() for _, m in refused}
            for path in {m.path for _, m in refused}:
                self._write_planted(path)
            self._save()
        sys.exit(f"mutate: the build keeps failing; see {WORK / 'build.log'}")

    def _compile_quickly(self):
        """Planted sources are compiled without optimisation and with the checks of the sanitizer build, the others as in build/release."""
        for room_list in ROOM_LISTS:
            room = room_list.split("/")[0]
            planted = sorted(p for p, faults in self.written.items() if faults and p.startswith(f"{room}/") and p.endswith(".cpp"))
            text = (ROOT / room_list).read_text()
            if planted:
                files = " ".join(os.path.relpath(p, room) for p in planted)
                text += f'\nset_source_files_properties({files} PROPERTIES COMPILE_OPTIONS "-O0;-w;-Wno-narrowing;-D_GLIBCXX_ASSERTIONS")\n'
            self._write(room_list, text.encode())

    def _configure(self):
        status, output = run(["cmake", "--preset", "release", "-DFINDINGS_TESTS=ON", "-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=lld"], cwd=TREE)
        if status:
            sys.exit(f"mutate: {output}")

    def _refused(self, output):
        """The faults that the compiler's errors are about: those that they name, or all of the lines that they name."""
        by_number = {n: m for faults in self.written.values() for n, m in faults}
        at_line = defaultdict(list)
        for faults in self.written.values():
            for n, m in faults:
                at_line[m.path, m.line].append((n, m))
        refused, block = {}, []
        # What a template's error says of its numbers and places stands before and behind it, up to the next error.
        for line in [*output.splitlines(), "/: error: "]:
            if _ERROR.match(line) and block:
                text = "\n".join(block)
                named = {int(next(filter(None, groups))) for groups in _NUMBER.findall(text)} & set(by_number)
                places = [(path, int(number)) for path, number in _PLACE.findall(text)]
                lines = [fault for place in places for fault in at_line[place]]
                here = {n for n, _ in lines}
                for number in (named & here) or here or named:
                    refused[number] = by_number[number]
                block = []
            block.append(line)
        return list(refused.items())

    def build_alone(self, mutant):
        """Builds the programs with this one fault wide awake. Whether it compiled."""
        self._undo()
        lines = (ROOT / mutant.path).read_text().split("\n")
        lines[mutant.line - 1] = mutant.after
        self.changed_alone = mutant.path
        (TREE / mutant.path).write_text("\n".join(lines))
        return self._compile()

    def put_back(self):
        """Undoes build_alone()."""
        if self.changed_alone:
            self._undo()
            self._compile()

    def _undo(self):
        path, self.changed_alone = self.changed_alone, None
        if path in self.written:
            self._write_planted(path)
        elif path:
            self._write(path, (ROOT / path).read_bytes())

    def _compile(self):
        return run(["cmake", "--build", str(BUILD), "--parallel", JOBS], 3600)[0] == 0
