"""Says of each text on standard input whether this Python takes it.

One line a text: JSON {"text": ...} or {"path": ...}. One line a verdict: {"ast": error or null, "compile": error or
null}, an error being [line, column or null, message].
"""

import ast
import json
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(10_000)


def verdict(source, only_ast):
    answers = {}
    for kind, flags in (("ast", ast.PyCF_ONLY_AST), ("compile", 0)):
        if kind == "compile" and (only_ast or answers["ast"]):
            answers[kind] = answers["ast"]
            continue
        try:
            compile(source, "<text>", "exec", flags, dont_inherit=True)
            answers[kind] = None
        except SyntaxError as error:
            answers[kind] = [error.lineno, error.offset, f"{type(error).__name__}: {error.msg}"]
        except (ValueError, RecursionError, MemoryError, OverflowError) as error:
            answers[kind] = [None, None, f"{type(error).__name__}: {error}"]
    return answers


for line in sys.stdin:
    request = json.loads(line)
    if "path" in request:
        with open(request["path"], "rb") as file:
            source = file.read()
    else:
        source = request["text"]
    print(json.dumps(verdict(source, request.get("ast", False))), flush=False)
