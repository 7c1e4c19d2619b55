"""Runs programs and prints which functions of theirs called which: {folder: {"edges": {caller: [callee]}, ...}}.

Usage: run_call_graphs.py FOLDER... (each holds main.py). Needs CPython 3.12 (`sys.monitoring`).

A pair is the callee's frame and the nearest frame of the program behind it: library and C code that lies between
called back. Creating a generator or coroutine is a call too, though its frame starts later. Class bodies and
generator expressions count as the function or module around them; an import is no call. Builtins are told from the
interpreter's own events of calls.
"""

import builtins
import contextlib
import importlib.abc
import importlib.util
import io
import json
import os
import sys
import types

FOLDED = {"<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>"}
BUILTIN_VALUES = {str: "PyStr", list: "PyList", dict: "PyDict"}
METHODS = (types.BuiltinFunctionType, types.MethodDescriptorType, types.ClassMethodDescriptorType)
# calls of these and their use as decorators are the same event
DESCRIPTORS = {staticmethod, classmethod, property}
TOOL = sys.monitoring.PROFILER_ID
EVENTS = sys.monitoring.events


class Program:
    """The code objects of one program, each under the name of the function or module it counts as."""

    def __init__(self, folder):
        self.folder = os.path.realpath(folder)
        # by identity: equal code objects of two files are two functions
        self.names = {}
        self.folded = set()
        self.kept = []
        self.keys = set()
        self.edges = set()

    def add(self, code, module):
        self.keys.add(module)
        self.kept.append(code)
        self.names[id(code)] = module
        self.folded.add(id(code))
        self.walk(code, module, module, {})

    def walk(self, code, owner, scope, lambdas):
        """`owner`: what calls count as; `scope`: what names start with; `lambdas`: how many the scope has so far."""
        inner = [each for each in code.co_consts if isinstance(each, types.CodeType)]
        inner.sort(key=position)
        for each in inner:
            name = each.co_name
            folds = name in FOLDED or name.startswith("<generic parameters")
            if folds or is_class(each):
                self.names[id(each)] = owner
                self.folded.add(id(each))
                if folds:
                    self.walk(each, owner, scope, lambdas)
                else:
                    self.walk(each, owner, f"{scope}.{name}", {})
                continue
            if name == "<lambda>":
                lambdas[scope] = lambdas.get(scope, 0) + 1
                name = f"<lambda{lambdas[scope]}>"
            own = f"{scope}.{name}"
            self.names[id(each)] = own
            self.keys.add(own)
            self.walk(each, own, own, {})

    def caller(self, frame):
        while frame is not None and id(frame.f_code) not in self.names:
            # a task is run by the event loop, not by who started the loop
            if frame.f_code.co_name == "_run" and frame.f_globals.get("__name__") == "asyncio.events":
                return None
            frame = frame.f_back
        return frame and self.names[id(frame.f_code)]

    def entered(self, frame, event, _):
        if event != "call":
            return
        code = id(frame.f_code)
        if code in self.folded or code not in self.names:
            return
        caller = self.caller(frame.f_back)
        if caller is not None:
            self.edges.add((caller, self.names[code]))

    def called(self, code, _, callee, first):
        if id(code) not in self.names:
            return
        name = self.callee_name(callee, first)
        if name is not None:
            self.edges.add((self.names[id(code)], name))

    def callee_name(self, callee, first):
        if isinstance(callee, types.MethodType):
            callee = callee.__func__
        if isinstance(callee, types.FunctionType):
            code = id(callee.__code__)
            return None if code in self.folded else self.names.get(code)
        if isinstance(callee, type):
            known = getattr(builtins, callee.__name__, None) is callee and callee not in DESCRIPTORS
            return f"<builtin>.{callee.__name__}" if known else None
        if not isinstance(callee, METHODS):
            return None
        receiver = getattr(callee, "__self__", first)
        if receiver is builtins:
            return None if callee is builtins.__build_class__ else f"<builtin>.{callee.__name__}"
        kind = BUILTIN_VALUES.get(type(receiver))
        return kind and f"<**{kind}**>.{callee.__name__}"


def position(code):
    for line, _, column, _ in code.co_positions():
        if column is not None and line is not None and (line, column) != (code.co_firstlineno, 0):
            return line, column
    return code.co_firstlineno, 0


def is_class(code):
    return not code.co_flags & 0x2 and "__module__" in code.co_names


class Loader(importlib.abc.SourceLoader):
    def __init__(self, program, path):
        self.program, self.path = program, path

    def get_filename(self, _):
        return self.path

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()

    def path_stats(self, _):
        raise OSError

    def get_code(self, name):
        code = compile(self.get_data(self.path), self.path, "exec")
        self.program.add(code, name)
        return code


class Finder:
    def __init__(self, program):
        self.program = program

    def find_spec(self, name, path=None, target=None):
        for root in [self.program.folder] if path is None else path:
            last = name.rpartition(".")[2]
            package = os.path.join(root, last, "__init__.py")
            plain = os.path.join(root, last + ".py")
            for file, inside in ((package, [os.path.dirname(package)]), (plain, None)):
                if os.path.isfile(file) and file.startswith(self.program.folder):
                    loader = Loader(self.program, file)
                    return importlib.util.spec_from_file_location(
                        name, file, loader=loader, submodule_search_locations=inside
                    )
        return None


def observe(folder):
    program = Program(folder)
    before = set(sys.modules)
    finder = Finder(program)
    sys.meta_path.insert(0, finder)
    sys.path.insert(0, program.folder)
    path = os.path.join(program.folder, "main.py")
    problem = None
    try:
        with open(path, encoding="utf-8") as file:
            code = compile(file.read(), path, "exec")
        program.add(code, "main")
        main = types.ModuleType("__main__")
        main.__file__ = path
        outer, sys.modules["__main__"] = sys.modules["__main__"], main
        sys.monitoring.use_tool_id(TOOL, "call graphs")
        sys.monitoring.register_callback(TOOL, EVENTS.CALL, program.called)
        sys.monitoring.set_events(TOOL, EVENTS.CALL)
        sys.setprofile(program.entered)
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                exec(code, main.__dict__)
        finally:
            sys.setprofile(None)
            sys.monitoring.set_events(TOOL, 0)
            sys.monitoring.free_tool_id(TOOL)
            sys.modules["__main__"] = outer
    except BaseException as error:
        problem = f"{type(error).__name__}: {error}"
    sys.meta_path.remove(finder)
    sys.path.remove(program.folder)
    for name in set(sys.modules) - before:
        if (getattr(sys.modules[name], "__file__", None) or "").startswith(program.folder):
            del sys.modules[name]
    edges = {key: [] for key in sorted(program.keys)}
    for caller, callee in sorted(program.edges):
        edges[caller].append(callee)
    return {"edges": edges, "problem": problem}


if __name__ == "__main__":
    sys.path.pop(0)
    json.dump({folder: observe(folder) for folder in sys.argv[1:]}, sys.stdout)
