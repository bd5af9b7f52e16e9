# SPDX-License-Identifier: AGPL-3.0-or-later
"""One text that holds many faults, each asleep until the environment names its number (planted.hpp): compiled once, it
serves them all. Lines stay where they are. A fault that cannot be written like this is compiled alone."""
import re
from collections import defaultdict

from mutants import DECLARED, closing, code_mask, split_condition

_OPERATORS = {"==": "Eq", "!=": "Ne", "<": "Lt", "<=": "Le", ">": "Gt", ">=": "Ge", "+": "Plus", "-": "Minus"}
_LOGICAL = re.compile(r" (&&|\|\|)\{(\d+)\} ")
# Where an operand of && or || ends: what binds less, at its own depth.
_STOPS = {"&&": (" || ", " ? ", " : ", ", ", "; ", " = ", " += ", "return "), "||": (" ? ", " : ", ", ", "; ", " = ", " += ", "return ")}
# What ends the line before one that begins with a whole operand.
_WHOLE = ("{", "}", ";", "(", ",", "&&", "||", "=", "?", ":", "[", "return")
# These need their numbers at compile time.
_CONSTANT = re.compile(r"\bconstexpr\b|^\s*case |\bconsteval\b|^\s*\S.* = 0;$")


def _left_operand(text, mask, at, operator):
    """Where the left operand of the operator at `at` begins; -1 when not on this line."""
    depth, i = 0, at - 1
    while i >= 0:
        if mask[i]:
            if text[i] in ")]}":
                depth += 1
            elif text[i] in "([{":
                if depth == 0:
                    return i + 1
                depth -= 1
            elif depth == 0:
                for stop in _STOPS[operator]:
                    if text.startswith(stop, i + 1 - len(stop)) and i + 1 >= len(stop):
                        return i + 1
        i -= 1
    return -1


def _right_operand(text, mask, at, operator):
    """Where the right operand that begins at `at` ends; -1 when not on this line."""
    depth = 0
    for i in range(at, len(text)):
        if not mask[i]:
            continue
        if text[i] in "([{":
            depth += 1
        elif text[i] in ")]}":
            if depth == 0:
                return i
            depth -= 1
        elif depth == 0 and (text[i] in ";?" or text.startswith((" && ", " || ", " &&{", " ||{", " : ", ", "), i)):
            if operator == "||" and text.startswith((" && ", " &&{"), i):
                continue
            return i
    return len(text) - 3 if depth == 0 and text.endswith((" &&", " ||")) and mask[-1] else -1


def _expand_logical(text, before):
    """`a &&{7} b` becomes a choice between `a && b` and `a || b`; None when an operand is not whole on the line."""
    while match := _LOGICAL.search(text):
        operator, number = match.group(1), match.group(2)
        mask, _ = code_mask(text, False)
        begin, end = _left_operand(text, mask, match.start(), operator), _right_operand(text, mask, match.end(), operator)
        if begin < 0:
            if before and not before.endswith(_WHOLE):
                return None
            begin = len(text) - len(text.lstrip())
        if end < 0:
            return None
        left, right = text[begin:match.start()].strip(), text[match.end():end]
        other = "||" if operator == "&&" else "&&"
        choice = f"(planted::on({number}) ? bool(({left}) {other} ({right})) : bool(({left}) {operator} ({right})))"
        text = text[:begin] + choice + text[end:]
    return text


def _token(mutants, old):
    """The text for one token that has faults, (number, mutant) each."""
    (number, one), (number2, two) = mutants[0], mutants[1] if len(mutants) > 1 else (0, None)
    symbol = old.strip()
    if one.kind == "constant":
        return f"planted::pick<{number}>({symbol}, {one.new})"
    if one.kind == "arguments":
        a, b = old[1:-1].split(", ")
        return f"(planted::first<{number}>({a}, {b}), planted::second<{number}>({a}, {b}))"
    if symbol == "!":
        return f"planted::Not<{number}>() % !"
    if symbol in ("&&", "||"):
        return f" {symbol}{{{number}}} "
    other2 = f"planted::{_OPERATORS[two.new.strip()]}" if two else "planted::None"
    return f" {symbol} planted::Op<{number},planted::{_OPERATORS[one.new.strip()]},{number2},{other2}>() {symbol} "


def _line(before, line, mutants):
    """`line` with its faults, (number, mutant) each; None when they cannot be written into it."""
    if _CONSTANT.search(line):
        return None
    edits, whole = defaultdict(list), {}
    for number, mutant in mutants:
        if mutant.place == "token":
            edits[mutant.begin, mutant.end].append((number, mutant))
        else:
            whole[mutant.place] = (number, mutant)
    # From the right, so that places to the left stay true. A pair of arguments may hold another token that is replaced.
    taken = len(line) + 1
    text, shift = line, {}
    for (begin, end), here in sorted(edits.items(), reverse=True):
        if end > taken:
            return None
        new = _token(here, line[begin:end])
        text, taken = text[:begin] + new + text[end:], begin
        shift[begin, end] = len(new) - (end - begin)

    def moved(at):
        return at + sum(by for (begin, _), by in shift.items() if begin < at)
    spots = {place: (moved(m.begin), moved(m.end)) for place, (_, m) in whole.items()}
    for place in ("remove", "return", "leave", "add"):
        if place in whole:
            begin, end = spots[place]
            number, statement = whole[place][0], text[begin:end]
            new = {"remove": f"{{ if (!planted::on({number})) {statement} }}",
                   "leave": f"{{ if (!planted::on({number})) {statement} }}",
                   "return": f"{{ if (planted::on({number})) return {{}}; {statement} }}",
                   "add": f"{{ if (planted::on({number})) {statement.replace(' += ', ' -= ', 1)} else {statement} }}"}[place]
            text = text[:begin] + new + text[end:]
            break
    if "negate" in whole or "never" in whole:
        begin, end = spots["negate" if "negate" in whole else "never"]
        negated, never = (whole[p][0] if p in whole else 0 for p in ("negate", "never"))
        condition = text[begin:end]
        declared = DECLARED.match(condition)
        ahead, tested = (f"{condition}; ", declared.group(1)) if declared else ("", condition)
        text = f"{text[:begin]}{ahead}planted::cond<{negated}, {never}>(bool({tested})){text[end:]}"
    return _expand_logical(text, before)


def schema_of(text, numbered):
    """`text` with the faults of `numbered`, (number, mutant) each, and the numbers of those that could not be written."""
    lines, alone, at_line = text.split("\n"), [], defaultdict(list)
    for number, mutant in numbered:
        at_line[mutant.line].append((number, mutant))
    originals = list(lines)
    for number, mutants in at_line.items():
        before = next((re.sub(r"\s*//.*", "", l).rstrip() for l in reversed(originals[:number - 1]) if l.strip()), "")
        # One fault that cannot be written does not spoil the others.
        kept = []
        for one in mutants:
            planted = _line(before, originals[number - 1], [*kept, one])
            if planted is None:
                alone.append(one[0])
            else:
                kept.append(one)
                lines[number - 1] = planted
    return "\n".join(lines), alone
