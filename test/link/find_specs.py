"""Says what CPython finds for module names in a tree. Reads JSON from standard input: folder, path (sys.path), names."""

import importlib.util
import json
import os
import sys

asked = json.load(sys.stdin)
folder = os.path.realpath(asked["folder"])
sys.path[:0] = [os.path.join(folder, *root.split("/")) for root in asked["path"]]
sys.dont_write_bytecode = True


def found(name):
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, AttributeError, ValueError):
        return None
    if spec is None:
        return None
    if spec.origin is None or spec.origin == "namespace":
        return "namespace"
    inside = os.path.realpath(spec.origin).startswith(folder + os.sep)
    return os.path.relpath(os.path.realpath(spec.origin), folder).replace(os.sep, "/") if inside else "outside"


json.dump([found(name) for name in asked["names"]], sys.stdout)
