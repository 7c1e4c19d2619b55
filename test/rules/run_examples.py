"""Runs small programs under an audit hook and prints which events each of their lines raised.

usage: python run_examples.py JOBS OUT      (under Pyodide: call `run_all(json_text, fork=False)`)

JOBS is a JSON list of {"id", "event", "code", "stop", "warm"}. "stop": the hook raises at the event, so that the
operation does not happen. "warm": the program's imports are done first, unrecorded. OUT becomes a JSON object
{"version", "results": {id: {"events": [[name, line]], "error", "arguments", "call"}}}: "arguments" are those of
the target event on the marked line, "call" the literal operands of the call that stands there.
"""
import ast
import json
import os
import shutil
import signal
import sys
import tempfile

NAME = "<example>"
MARK = "# raises"
state = {"active": False, "target": None, "line": None, "stop": False}
events = []


class Stop(BaseException):
    pass


def plain(value, depth=0):
    """A value as JSON can hold it, tagged with its type; anything else is {"other": type}."""
    kind = type(value).__name__
    if value is None or isinstance(value, bool):
        return {"value": value}
    if isinstance(value, int):
        return {"value": int(value)}
    if isinstance(value, str):
        return {"value": value}
    if isinstance(value, bytes):
        return {"bytes": value.decode("latin-1")}
    if isinstance(value, (list, tuple)) and depth < 3:
        return {"items": [plain(item, depth + 1) for item in value]}
    return {"other": kind}


def hook(name, arguments):
    if not state["active"]:
        return
    state["active"] = False
    hit = False
    try:
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename != NAME:
            frame = frame.f_back
        if frame is None:
            return
        line = frame.f_lineno
        if len(events) < 2000:
            events.append((name, line))
        hit = name == state["target"] and line == state["line"]
        if hit and state["arguments"] is None:
            state["arguments"] = [plain(value) for value in arguments]
    finally:
        state["active"] = True
    if hit and state["stop"]:
        state["active"] = False
        raise Stop(name)


def literal(node):
    try:
        return plain(ast.literal_eval(node))
    except Exception:
        return {"other": type(node).__name__}


def call_on(tree, line):
    """Operands of the outermost call on the line, if it has no starred ones."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.lineno == line:
            starred = any(isinstance(a, ast.Starred) for a in node.args) or any(k.arg is None for k in node.keywords)
            if starred:
                return None
            name = getattr(node.func, "attr", getattr(node.func, "id", None))
            return {
                "name": name,
                "args": [literal(a) for a in node.args],
                "keywords": {k.arg: literal(k.value) for k in node.keywords},
            }
    return None


def warm(tree):
    for node in ast.walk(tree):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in names:
            try:
                __import__(name)
            except ImportError:
                pass


def run_one(job, no_fork):
    lines = job["code"].split("\n")
    marked = next((i + 1 for i, line in enumerate(lines) if line.endswith(MARK)), None)
    folder = tempfile.mkdtemp(prefix="example")
    before = os.getcwd()
    error = call = None
    events.clear()
    state.update(target=job["event"], line=marked, stop=job["stop"] or no_fork, arguments=None)
    try:
        os.chdir(folder)
        with open("file.txt", "w") as stream:
            stream.write("text")
        os.mkdir("folder")
        tree = ast.parse(job["code"])
        call = call_on(tree, marked) if marked else None
        if job["warm"]:
            warm(tree)
        elif no_fork:
            sys.modules.pop("colorsys", None)
        code = compile(job["code"], NAME, "exec")
        namespace = {"__name__": "__main__"}
        state["active"] = True
        exec(code, namespace)
    except Stop:
        pass
    except BaseException as problem:
        state["active"] = False
        error = "%s: %s" % (type(problem).__name__, str(problem)[:120])
    finally:
        state["active"] = False
        os.chdir(before)
        shutil.rmtree(folder, ignore_errors=True)
    return {"events": sorted(set(events)), "error": error, "arguments": state["arguments"], "call": call}


def run_forked(job):
    """The job in a child process with neither terminal nor output; an example that hangs ends after 20 seconds."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            signal.alarm(20)
            null = os.open(os.devnull, os.O_RDWR)
            for descriptor in (0, 1, 2):
                os.dup2(null, descriptor)
            data = json.dumps(run_one(job, False)).encode()
            while data:
                data = data[os.write(writer, data) :]
        finally:
            os._exit(0)
    os.close(writer)
    data = b""
    while True:
        piece = os.read(reader, 65536)
        if not piece:
            break
        data += piece
    os.close(reader)
    os.waitpid(child, 0)
    return json.loads(data.decode()) if data else {"events": [], "error": "no answer", "arguments": None, "call": None}


def run_all(text, fork=True):
    sys.addaudithook(hook)
    results = {}
    for job in json.loads(text):
        results[job["id"]] = run_forked(job) if fork else run_one(job, True)
    return json.dumps({"version": "%d.%d" % sys.version_info[:2], "results": results})


if __name__ == "__main__" and len(sys.argv) == 3:
    with open(sys.argv[1]) as stream:
        text = stream.read()
    answers = run_all(text)
    with open(sys.argv[2], "w") as stream:
        stream.write(answers)
