# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which tests come by which fault, and what they say when it is awake."""
import json
import os
import re
import time
from collections import defaultdict
from pathlib import Path

from planted_build import BUILD, JOBS, TREE, WORK, run, say

FAULTS = 1 << 20
# Tests sync their files; in memory that costs nothing.
SCRATCH = Path("/dev/shm") if os.path.isdir("/dev/shm") else WORK
# What turns text into facets shows in whole answers; the scenarios are about everything else.
PURE = ("indexer/facets/", "indexer/language/", "indexer/regimes/", "indexer/clean/", "indexer/readers/", "indexer/registers/",
        "indexer/register_files/", "common/text/")
UNITS = {"common": "unit-common", "indexer": "unit-indexer", "indexer/readers": "unit-readers", "searcher": "unit-searcher"}


class TouchingTests:
    """Shape: by_file ((unit program, test file) -> faults), by_test (name in ctest -> faults), seconds of each."""

    def __init__(self, paths, units):
        """`paths`: the sources whose faults will be tried."""
        self.paths, self.seconds = paths, {}
        self.touched = SCRATCH / f"findings-touched-{os.getpid()}"
        self.environment = {"TMPDIR": str(SCRATCH)}
        saved = WORK / "traces.json"
        self.traces = json.loads(saved.read_text()) if saved.exists() else {}
        self.by_file, self.by_test = self._trace_units(), {} if units else self._trace_commands()
        saved.write_text(json.dumps(self.traces))
        self.touched.unlink(missing_ok=True)

    def _trace(self, name, command, programs, cwd=TREE):
        """The faults that a command comes by, kept as long as its programs (a pattern) are the same; None when it fails
        without any."""
        stamp, key = max(p.stat().st_mtime_ns for p in (BUILD / "bin").glob(programs)), " ".join(map(str, command))
        kept = self.traces.get(key)
        if kept and kept["stamp"] == stamp:
            self.seconds[name] = kept["seconds"]
            return set(kept["faults"])
        faults = self._trace_anew(name, command, cwd)
        if faults is not None:
            self.traces[key] = {"stamp": stamp, "seconds": self.seconds[name], "faults": sorted(faults)}
        return faults

    def _trace_anew(self, name, command, cwd):
        self.touched.write_bytes(bytes(FAULTS))
        started = time.monotonic()
        status, output = run(command, 600, cwd, {**self.environment, "FINDINGS_TOUCHED": str(self.touched)})
        self.seconds[name] = time.monotonic() - started
        if status == 77:
            return None
        if status:
            say(f"left out, it fails without a fault: {name}\n{output[-600:]}")
            return None
        return {m.start() for m in re.finditer(b"\1", self.touched.read_bytes())}

    def _trace_units(self):
        """Each test file in a process of its own: what is made once and kept is made for each."""
        found = {}
        for path in sorted(TREE.glob("tests/unit/**/*_test.cpp")):
            folder = path.relative_to(TREE / "tests/unit").parent
            room = next(str(f) for f in [folder, *folder.parents] if str(f) in UNITS)
            name = (UNITS[room], str(path.relative_to(TREE)))
            if not any(self._stands_on(name[0], source) for source in self.paths):
                continue
            faults = self._trace(name, [str(BUILD / "bin" / name[0]), f"--source-file=*/{name[1]}"], name[0])
            if faults is not None:
                found[name] = faults
        say(f"{len(found)} unit test files, {sum(self.seconds[n] for n in found):.0f} s")
        return found

    def _trace_commands(self):
        """Each test of whole commands."""
        labels = "cli|corpus" if all(path.startswith(PURE) for path in self.paths) else "cli|corpus|scenario"
        listed = json.loads(run(["ctest", "--test-dir", str(BUILD), "-L", labels, "--show-only=json-v1"])[1])["tests"]
        found, fixture = {}, {}
        for test in sorted(listed, key=lambda t: "FIXTURES_SETUP" not in str(t)):
            properties = {p["name"]: p["value"] for p in test.get("properties", [])}
            faults = self._trace(test["name"], test["command"], "findings-*", properties.get("WORKING_DIRECTORY", BUILD))
            if faults is None:
                continue
            if "FIXTURES_SETUP" in properties:
                fixture[test["name"]] = faults
            # What made the index shows in the answers.
            found[test["name"]] = faults.union(*fixture.values()) if "FIXTURES_REQUIRED" in properties else faults
        say(f"{len(found)} tests of whole commands, {sum(self.seconds[n] for n in found):.0f} s")
        return found

    def come_by(self, number):
        """Whether any test comes by fault `number`; yes where it is not known."""
        return not number or any(number in faults for faults in [*self.by_file.values(), *self.by_test.values()])

    def notice(self, number, path):
        """The test that notices fault `number` of a source; "" when none does. First the unit tests of its room, then all
        facets of the corpora, which come by most and take a second, then what takes longer. Fault 0 is compiled into the
        programs, and any test may come by it."""
        environment = {**self.environment, "FINDINGS_MUTANT": str(number)}
        names = [n for n, faults in self.by_test.items() if number in faults or not number]
        first = [n for n in names if n == "corpus.stories"]
        quick = [n for n in names if not n.startswith("scenario.") and n not in first]
        slow = sorted((n for n in names if n.startswith("scenario.")), key=self.seconds.get)
        near, far = self._unit_runs(number, path)
        tries = [*((self._run_units, unit_run) for unit_run in near), (self._run_commands, first),
                 *((self._run_units, unit_run) for unit_run in far), *((self._run_commands, names) for names in (quick, *([n] for n in slow)))]
        for run_tests, tests in tries:
            by = tests and run_tests(tests, environment)
            if by:
                return by
        return ""

    def _unit_runs(self, number, path):
        """(program, test files): those of the module and of its folder, and the others."""
        module, folder = f"tests/unit/{path.rsplit('.', 1)[0]}_test.cpp", f"tests/unit/{Path(path).parent}/"
        runs = defaultdict(list)
        for (program, file), faults in self.by_file.items():
            if number in faults or not number and self._stands_on(program, path):
                runs[0 if file == module else 1 if file.startswith(folder) else 2, program].append(file)
        ordered = sorted(runs.items())
        return ([(program, files) for (far, program), files in ordered if far < 2],
                [(program, files) for (far, program), files in ordered if far == 2])

    def _run_units(self, unit_run, environment):
        program, files = unit_run
        limit = 20 + 10 * sum(self.seconds[program, file] for file in files)
        command = [str(BUILD / "bin" / program), "--abort-after=1", "--source-file=" + ",".join(f"*/{f}" for f in files)]
        status, output = run(command, limit, TREE, environment)
        if not status:
            return ""
        case = next((line for line in output.splitlines() if line.startswith("TEST CASE:")), "TEST CASE:  crash or hang")
        return f"{program}: {case[10:].strip()}"

    @staticmethod
    def _stands_on(program, path):
        if path.startswith("common/"):
            return True
        return program == (UNITS["indexer/readers"] if path.startswith("indexer/readers/") else UNITS[path.split("/")[0]])

    @staticmethod
    def _run_commands(names, environment):
        pattern = "^(" + "|".join(re.escape(n) for n in names) + ")$"
        status, output = run(["ctest", "--test-dir", str(BUILD), "--parallel", JOBS, "--stop-on-failure", "--timeout", "300",
                              "--no-label-summary", "-R", pattern], 1800, env=environment)
        if not status:
            return ""
        failed = [line.split("Test", 1)[-1].split(":", 1)[-1].split()[0] for line in output.splitlines() if "***" in line]
        return failed[0] if failed else output.strip().splitlines()[-1]
