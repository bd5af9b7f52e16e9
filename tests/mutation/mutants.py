# SPDX-License-Identifier: AGPL-3.0-or-later
"""Single faults that can be put into C++ text, found line by line without a parser.

A mutant is one change of one line. The layout of clang-format is relied upon: binary operators have spaces around them,
template brackets have none, a statement begins on a line of its own or behind the condition that it hangs on.
"""
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """One fault: line `line` (from 1) of `path` reads `after` instead of `before`. `place` says what changed, for schema.py:
    "token" replaces before[begin:end] by `new`; "negate" and "never" are about the condition before[begin:end]; "remove",
    "return" and "leave" about the statement before[begin:end]."""
    path: str
    line: int
    kind: str
    before: str
    after: str
    place: str
    begin: int
    end: int
    new: str

    def key(self):
        """What names the fault when lines above it move."""
        return f"{self.path}\t{self.before.strip()}\t{self.after.strip()}"


# Replacements of one token by another: kind, pattern, replacements. Each match of the pattern is a mutant a replacement.
_SWAPS = [
    ("comparison", r" == ", [" != "]),
    ("comparison", r" != ", [" == "]),
    ("boundary", r" < ", [" <= ", " > "]),
    ("boundary", r" <= ", [" < "]),
    ("boundary", r" > ", [" >= ", " < "]),
    ("boundary", r" >= ", [" > "]),
    ("condition", r" && ", [" || "]),
    ("condition", r" \|\| ", [" && "]),
    ("condition", r"(?<=[( ])!(?=[\w(])", [""]),
    ("arithmetic", r"(?<=[\w)\]]) \+ (?=[\w(])", [" - "]),
    ("arithmetic", r"(?<=[\w)\]]) - (?=[\w(])", [" + "]),
    ("constant", r"\btrue\b", ["false"]),
    ("constant", r"\bfalse\b", ["true"]),
]
_NUMBER = re.compile(r"(?<![\w.'\"])(\d[\d']*)(?![\w.'\"])")
_IF = re.compile(r"\s*(?:\} else |else )?(if|while) (?=\()")
DECLARED = re.compile(r"(?:const )?[\w:<>, ]*[\w>][&*]? (\w+) = ")
_CALL = re.compile(r"(?:[\w:]+(?:\.|->))*[\w:]+\(.*\);$")
_ADD = re.compile(r"[\w.\[\]>*-]+ (\+=) [\w(].*;$")
# What is the empty value of its type already is left alone.
_RETURN = re.compile(r"return (?!(?:\{\}|true|false|0|nullptr|std::nullopt|\"\");)(.+);$")
_LEAVE = re.compile(r"(return|continue|break);$")
_TWO_ARGUMENTS = re.compile(r"(?<=\w)\((\w+(?:\.\w+)*), (\w+(?:\.\w+)*)\)")
# Lines of declarations: a fault there does not compile, or changes nothing that runs.
_DECLARATION = re.compile(r"^\s*(#|//|\*|/\*|using |namespace |static_assert|template|struct |class |enum |friend |assert\()")


def code_mask(line, in_comment):
    """The places of `line` that are code: not comment, not text in quotes. Gives the mask and whether a comment goes on."""
    mask, i, quote = [False] * len(line), 0, ""
    while i < len(line):
        two = line[i:i + 2]
        if in_comment:
            if two == "*/":
                in_comment, i = False, i + 1
        elif quote:
            if line[i] == "\\":
                i += 1
            elif line[i] == quote:
                quote = ""
        elif two == "//":
            break
        elif two == "/*":
            in_comment, i = True, i + 1
        elif line[i] == '"' or (line[i] == "'" and not (i and line[i - 1].isalnum())):
            quote = line[i]
        else:
            mask[i] = True
        i += 1
    return mask, in_comment


def closing(line, mask, opening):
    """Where the bracket closes that opens at `opening`; -1 when it does so on a later line."""
    depth = 0
    for i in range(opening, len(line)):
        if mask[i]:
            depth += (line[i] in "([{") - (line[i] in ")]}")
            if depth == 0:
                return i
    return -1


def split_condition(line, mask):
    """(word, begin, end, rest) of `if (...)` or `while (...)`: the word, where its condition stands without what is declared
    before it, and where the statement behind it begins; None when the line begins with neither, or ends before it."""
    match = _IF.match(line)
    end = closing(line, mask, match.end()) if match else -1
    if end < 0:
        return None
    begin = match.end() + 1
    for i in range(begin, end):
        if line[i] == ";" and mask[i]:
            begin = i + 2
    return match.group(1), begin, end, min(end + 2, len(line))


def _conditions(line, mask):
    """Conditions that are the other way round, or never hold."""
    parts = split_condition(line, mask)
    if not parts:
        return
    word, begin, end, _ = parts
    condition = line[begin:end]
    declared = DECLARED.match(condition)
    if declared and word == "while":
        return
    ahead, tested = (f"{condition}; ", declared.group(1)) if declared else ("", condition)
    yield "condition", f"{line[:begin]}{ahead}!({tested}){line[end:]}", "negate", begin, end, ""
    if word == "if":
        yield "condition", f"{line[:begin]}{ahead}(({tested}), false){line[end:]}", "never", begin, end, ""


def _statements(line, mask):
    """Statements that are left out or leave early."""
    parts = split_condition(line, mask)
    begin = parts[3] if parts else len(line) - len(line.lstrip())
    end = max((i + 1 for i, c in enumerate(line) if mask[i] and c != " "), default=begin)
    statement, tail = line[begin:end], line[end:]
    if _CALL.match(statement) and not statement.startswith(("return", "throw", "co_")):
        yield "call removed", f"{line[:begin]};{tail}", "remove", begin, end, ""
    if _RETURN.match(statement):
        yield "early return", f"{line[:begin]}return {{}};{tail}", "return", begin, end, ""
    if parts and _LEAVE.match(statement):
        yield "early return", f"{line[:begin]};{tail}", "leave", begin, end, ""
    if match := _ADD.match(statement):
        at = begin + match.start(1)
        yield "arithmetic", f"{line[:at]}-={line[at + 2:]}", "add", begin, end, "-="


def _of_line(line, mask):
    """(kind, changed line, place, begin, end, new) for each fault of one line."""
    def tokens(kind, match, replacements):
        if all(mask[match.start():match.end()]):
            for new in replacements:
                yield kind, line[:match.start()] + new + line[match.end():], "token", match.start(), match.end(), new
    for kind, pattern, replacements in _SWAPS:
        for match in re.finditer(pattern, line):
            yield from tokens(kind, match, replacements)
    for match in _NUMBER.finditer(line):
        yield from tokens("constant", match, [str(int(match.group(1).replace("'", "")) + 1)])
    for match in _TWO_ARGUMENTS.finditer(line):
        symmetric = line[:match.start()].endswith(("min", "max"))
        if match.group(1) != match.group(2) and not symmetric:
            yield from tokens("arguments", match, [f"({match.group(2)}, {match.group(1)})"])
    yield from _conditions(line, mask)
    yield from _statements(line, mask)


def mutants_of(path, text):
    """All mutants of one source file, in the order of its lines."""
    found, in_comment = [], False
    for number, line in enumerate(text.split("\n"), 1):
        mask, in_comment = code_mask(line, in_comment)
        if _DECLARATION.match(line) or not any(mask):
            continue
        found += [Mutant(path, number, kind, line, after, *where) for kind, after, *where in _of_line(line, mask) if after != line]
    return found
