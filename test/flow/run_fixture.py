"""Runs one fixture program under an audit hook and prints each event that a line of it raises itself.

Usage: run_fixture.py FOLDER EVENT...  (only these events are told). A line is blamed only where it is the Python
frame that the event comes from: events of library code called by the program are left out.
"""

import json
import os
import sys

folder, wanted = os.path.realpath(sys.argv[1]), set(sys.argv[2:])
seen = set()
watching = True


def hook(event, arguments):
    global watching
    if not watching or event not in wanted:
        return
    # asking for the frame and its code are events too
    watching = False
    frame = sys._getframe(1)
    path = frame.f_code.co_filename
    watching = True
    if path.startswith(folder + os.sep):
        seen.add((path[len(folder) + 1:], frame.f_lineno, event))


sys.addaudithook(hook)
sys.path[0] = folder
sys.argv = ["main.py"]
problem = None
out, sys.stdout = sys.stdout, open(os.devnull, "w")
main = os.path.join(folder, "main.py")
try:
    with open(main, encoding="utf-8") as file:
        code = compile(file.read(), main, "exec")
    exec(code, {"__name__": "__main__", "__file__": main, "__builtins__": __builtins__})
except BaseException as error:
    problem = f"{type(error).__name__}: {error}"
watching = False
json.dump({"seen": sorted(seen), "problem": problem}, out)
out.flush()
os._exit(0)
