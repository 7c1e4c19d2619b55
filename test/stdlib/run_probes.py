"""Runs the probes of probes.txt under an audit hook: {probe: [event, ...]} as JSON, in order of first raising.

python run_probes.py probes.txt

Each probe runs in a child (where there are none, in this process), once before it is recorded, so that no module is loaded on the way, and with a new folder
each time. A probe that fails, the module missing or the function not there, is left out.
"""
import json
import os
import signal
import sys
import tempfile


def surroundings():
    tmp = tempfile.mkdtemp()
    with open(tmp + "/f", "w") as f:
        f.write("x")
    with open(tmp + "/m.py", "w") as f:
        f.write("x = 1\n")
    with open(tmp + "/f2", "w") as f:
        f.write("machine a login b password c\n")
    os.makedirs(tmp + "/d/e/g")
    open(tmp + "/d/e/h.txt", "w").close()
    return dict(os=os, sys=sys, tmp=tmp, F=tmp + "/f", D=tmp + "/d")


class Recorder:
    """An audit hook that notes the events of what it is asked to run, in order of first raising."""

    def __init__(self):
        self.seen, self.on = [], False
        sys.addaudithook(self.hook)

    def hook(self, name, args):
        if self.on and name not in self.seen:
            self.seen.append(name)

    def run(self, modules, body):
        for attempt in range(2):
            names = surroundings()
            for module in modules:
                __import__(module)
                names[module.split(".")[0]] = sys.modules[module.split(".")[0]]
            exec("def run():\n " + body, names)
            self.seen, self.on = [], attempt == 1
            try:
                names["run"]()
            finally:
                self.on = False
        return self.seen


def in_child(modules, body):
    """-> events in order of first raising; None if the probe fails."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        found = None
        signal.alarm(20)
        null = os.open(os.devnull, os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(null, fd)
        try:
            found = Recorder().run(modules, body)
        except BaseException:
            pass
        os.write(writer, json.dumps(found).encode())
        os._exit(0)
    os.close(writer)
    data = b""
    while True:
        part = os.read(reader, 65536)
        if not part:
            break
        data += part
    os.close(reader)
    os.wait()
    return json.loads(data.decode() or "null")


RECORDERS = []


def here(modules, body):
    """The same in this process, where no child can be made."""
    if not RECORDERS:
        RECORDERS.append(Recorder())
    before = os.getcwd()
    try:
        return RECORDERS[0].run(modules, body)
    except BaseException:
        return None
    finally:
        os.chdir(before)


def run_all(text, fork=True):
    found = {}
    for line in text.splitlines():
        if line.startswith("#") or " :: " not in line:
            continue
        names, body = line.split(" :: ", 1)
        modules = [name for name in names.split(",") if name != "builtins"]
        events = in_child(modules, body) if fork else here(modules, body)
        if events is not None:
            found[line] = events
    return json.dumps(found, indent=1)


if len(sys.argv) > 1:
    with open(sys.argv[1]) as f:
        sys.stdout.write(run_all(f.read()))
