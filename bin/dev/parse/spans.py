"""Prints statements, expressions, handlers and patterns of each file with their spans.

One line a path on standard input; one line a file: JSON list of [class, from, to, parent class] with offsets in
UTF-16 units, or null where ast.parse refuses the file.
"""

import ast
import io
import json
import sys
import tokenize
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(10_000)
PATTERN_VALUES = ("MatchValue.value", "MatchMapping.keys", "MatchClass.cls")
WANTED = (ast.stmt, ast.expr, ast.excepthandler) + ((ast.pattern,) if hasattr(ast, "pattern") else ())


def text_of(path):
    with open(path, "rb") as file:
        data = file.read()
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    return data.decode(encoding).removeprefix("\ufeff")


def offsets(text):
    """A function from (line, UTF-8 column) to the UTF-16 offset; CRLF and CR count as they stand."""
    lines = io.StringIO(text, newline="").readlines() if "\r" not in text else split(text)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode("utf-16-le")) // 2)
    plain = [line.isascii() for line in lines]

    def offset(line, column):
        if line > len(lines) or plain[line - 1]:
            return starts[line - 1] + column
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode().encode("utf-16-le")) // 2

    return offset


def split(text):
    lines, start, at = [], 0, 0
    while at < len(text):
        if text[at] == "\r" and text[at + 1 : at + 2] == "\n":
            at += 1
        if text[at] in "\r\n":
            lines.append(text[start : at + 1])
            start = at + 1
        at += 1
    lines.append(text[start:])
    return lines


def spans(path):
    try:
        return spans_of(text_of(path))
    except (SyntaxError, ValueError, LookupError):
        return None


def spans_of(text):
    tree = ast.parse(text)
    offset = offsets(text)
    found = []
    queue = [(tree, "")]
    while queue:
        node, parent = queue.pop()
        name = type(node).__name__
        if isinstance(node, WANTED):
            begin = offset(node.lineno, node.col_offset)
            end = offset(node.end_lineno, node.end_col_offset)
            found.append([name, begin, end, parent])
        for field, value in ast.iter_fields(node):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    place = f"{name}.{field}"
                    # Everything below the value of a pattern is marked as that.
                    inside = parent in PATTERN_VALUES and not isinstance(node, ast.pattern)
                    queue.append((child, parent if inside else place))
    return found


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(spans(line.rstrip("\n"))))
