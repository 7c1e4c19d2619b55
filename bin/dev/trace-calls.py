"""Records which function of a package called which, while its own tests run.

    python3.11 bin/dev/trace-calls.py ROOT OUT.json -- [PYTEST ARGUMENTS]

Run it where the tests are run from; ROOT is the folder of the package. It writes

    {"root": ..., "pairs": [[caller, callee, via, count], ...]}

with functions as [file below ROOT, line of their `def`, name]. A pair is noted where a Python frame starts or resumes and
the frame below it (`f_back`) lies in the package too; `via` names the C function in between, if there is one. Frames of
comprehensions and class bodies count as the function they lie in. Child processes are not seen. SIGTERM ends
the run early with what was seen so far.
"""

import ast
import json
import os
import signal
import sys
import threading

COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")


def functions_of(path):
    """Maps each code object of a file, by (qualified name, first line), to [file, line of its def, name]."""
    with open(path, "rb") as file:
        source = file.read()
    names = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            first = min([node.lineno] + [decorator.lineno for decorator in node.decorator_list])
            names[node.name, first] = node.lineno
    classes = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            first = min([node.lineno] + [decorator.lineno for decorator in node.decorator_list])
            classes.add((node.name, first))
    found = {}

    def visit(code, parent):
        name, first = code.co_name, code.co_firstlineno
        if name == "<module>":
            own = [path, 0, ""]
        elif name in COMPREHENSIONS or (name, first) in classes:
            own = parent
        else:
            own = [path, names.get((name, first), first), name]
        found[code.co_qualname, first] = own
        for constant in code.co_consts:
            if hasattr(constant, "co_consts"):
                visit(constant, own)

    visit(compile(source, path, "exec", dont_inherit=True), None)
    return found


class Recorder:
    def __init__(self, root):
        self.root = os.path.realpath(root) + os.sep
        self.inside = {}
        self.pairs = {}
        self.local = threading.local()

    def lies_inside(self, code):
        known = self.inside.get(code)
        if known is None:
            name = code.co_filename
            known = not name.startswith("<") and os.path.realpath(name).startswith(self.root)
            self.inside[code] = known
        return known

    def profile(self, frame, event, arg):
        if event == "call":
            back = frame.f_back
            if back is None:
                return
            code = frame.f_code
            below = back.f_code
            inside = self.inside
            if inside.get(code) is False or inside.get(below) is False:
                return
            if self.lies_inside(code) and self.lies_inside(below):
                via = getattr(self.local, "c", {}).get(back)
                key = (below, code, via)
                self.pairs[key] = self.pairs.get(key, 0) + 1
        elif event == "c_call":
            if self.inside.get(frame.f_code):
                stack = self.local.__dict__.setdefault("c", {})
                stack[frame] = getattr(arg, "__qualname__", "?")
        elif event == "c_return" or event == "c_exception":
            if self.inside.get(frame.f_code):
                self.local.__dict__.setdefault("c", {}).pop(frame, None)

    def result(self):
        files = {}

        def place(code):
            path = os.path.realpath(code.co_filename)
            if path not in files:
                files[path] = functions_of(path)
            known = files[path].get((code.co_qualname, code.co_firstlineno))
            if known is None and code.co_name in COMPREHENSIONS:
                # pytest rewrites `assert`, and moves lines with it
                same = [own for (name, _), own in files[path].items() if name == code.co_qualname]
                known = same[0] if same else None
            file, line, name = known or [path, code.co_firstlineno, code.co_name]
            return (file[len(self.root):], line, name)

        counts = {}
        for (caller, callee, via), count in list(self.pairs.items()):
            try:
                pair = (place(caller), place(callee), via)
            except (OSError, SyntaxError):
                continue
            # a comprehension or a class body that starts in its own function is no call
            if callee.co_name in COMPREHENSIONS or pair[1][2] != callee.co_name:
                if pair[0] == pair[1] or callee.co_name not in COMPREHENSIONS:
                    continue
            counts[pair] = counts.get(pair, 0) + count
        rows = [[*pair, count] for pair, count in counts.items()]
        return {"root": self.root, "pairs": sorted(rows, key=str)}


def main():
    if "--" not in sys.argv or sys.argv.index("--") != 3:
        sys.exit(__doc__)
    root, out = sys.argv[1:3]
    out = os.path.abspath(out)
    recorder = Recorder(root)
    arguments = sys.argv[4:]
    sys.argv = ["pytest", *arguments]
    import pytest

    owner = os.getpid()

    def write():
        if os.getpid() == owner:
            with open(out, "w") as file:
                json.dump(recorder.result(), file)

    def give_up(*_):
        sys.setprofile(None)
        write()
        os._exit(3)

    signal.signal(signal.SIGTERM, give_up)
    threading.setprofile(recorder.profile)
    sys.setprofile(recorder.profile)
    try:
        status = pytest.main(arguments)
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
        write()
    os._exit(int(status))


main()
