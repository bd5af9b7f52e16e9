# SPDX-License-Identifier: AGPL-3.0-or-later
"""Single faults that can be put into C++ text, found line by line without a parser.

A mutant is one change of one line. The layout of clang-format is relied upon: binary operators have spaces around them,
template brackets have none, a statement begins on a line of its own.
"""
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """One fault: line `line` (from 1) of `path` reads `after` instead of `before`."""
    path: str
    line: int
    kind: str
    before: str
    after: str


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
    ("arithmetic", r" \+= (?=[\w(])", [" -= "]),
    ("constant", r"\btrue\b", ["false"]),
    ("constant", r"\bfalse\b", ["true"]),
]
_NUMBER = re.compile(r"(?<![\w.'\"])(\d[\d']*)(?![\w.'\"])")
_IF = re.compile(r"^(\s*(?:\} else )?(?:if|while) )\((.*)\)( \{|;|$| .+;$)")
_CALL = re.compile(r"^\s+(?:[\w:]+(?:\.|->))*[\w:]+\(.*\);$")
# What is the empty value of its type already is left alone.
_RETURN = re.compile(r"^(\s+(?:if \(.*\) )?)return (?!(?:\{\}|true|false|0|nullptr|std::nullopt|\"\");)(.+);$")
_LEAVE = re.compile(r"^(\s+(?:if \(.*\) ))(return|continue|break);$")
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


def _of_line(line, mask):
    """(kind, changed line) for each fault of one line."""
    for kind, pattern, replacements in _SWAPS:
        for match in re.finditer(pattern, line):
            if all(mask[match.start():match.end()]):
                for new in replacements:
                    yield kind, line[:match.start()] + new + line[match.end():]
    for match in _NUMBER.finditer(line):
        if all(mask[match.start():match.end()]):
            value = int(match.group(1).replace("'", ""))
            yield "constant", line[:match.start()] + str(value + 1) + line[match.end():]
    for match in _TWO_ARGUMENTS.finditer(line):
        if all(mask[match.start():match.end()]) and match.group(1) != match.group(2):
            yield "arguments", f"{line[:match.start()]}({match.group(2)}, {match.group(1)}){line[match.end():]}"
    condition = _IF.match(line)
    if condition and ";" not in condition.group(2) and condition.group(2).count("(") == condition.group(2).count(")"):
        yield "condition", f"{condition.group(1)}(!({condition.group(2)})){condition.group(3)}"
        if "if " in condition.group(1):
            yield "condition", f"{condition.group(1)}((({condition.group(2)}), false)){condition.group(3)}"
    if _CALL.match(line) and not line.lstrip().startswith(("return", "throw", "co_")):
        yield "call removed", re.match(r"\s+", line).group(0) + ";"
    if match := _RETURN.match(line):
        yield "early return", match.group(1) + "return {};"
    if match := _LEAVE.match(line):
        yield "early return", match.group(1) + ";"


def mutants_of(path, text):
    """All mutants of one source file, in the order of its lines."""
    found, in_comment = [], False
    for number, line in enumerate(text.split("\n"), 1):
        mask, in_comment = code_mask(line, in_comment)
        if _DECLARATION.match(line) or not any(mask):
            continue
        found += [Mutant(path, number, kind, line, after) for kind, after in _of_line(line, mask) if after != line]
    return found
