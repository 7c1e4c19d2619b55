"""Runs the probes of probes.txt under an audit hook: {probe: [event, ...]} as JSON, in order of first raising.

python run_probes.py probes.txt

Each probe runs in a child, once before it is recorded, so that no module is loaded on the way, and with a new folder
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


def record(modules, body):
    """-> events in order of first raising; None if the probe fails."""
    seen, on = [], [False]

    def hook(name, args):
        if on[0] and name not in seen:
            seen.append(name)

    reader, writer = os.pipe()
    if os.fork() == 0:
        found = None
        signal.alarm(20)
        null = os.open(os.devnull, os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(null, fd)
        try:
            for attempt in range(2):
                names = surroundings()
                for module in modules:
                    __import__(module)
                    names[module.split(".")[0]] = sys.modules[module.split(".")[0]]
                exec("def run():\n " + body, names)
                if attempt == 1:
                    sys.addaudithook(hook)
                    on[0] = True
                try:
                    names["run"]()
                finally:
                    on[0] = False
            found = seen
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


def main():
    found = {}
    with open(sys.argv[1]) as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("#") or " :: " not in line:
                continue
            modules, body = line.split(" :: ", 1)
            events = record([m for m in modules.split(",") if m not in ("builtins",)], body)
            if events is not None:
                found[line] = events
    json.dump(found, sys.stdout, indent=1)


main()
