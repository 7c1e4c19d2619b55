"""Resolves dotted names by import and attribute access.

usage: python resolve_names.py JOBS OUT

JOBS is a JSON object {"same": [[name, alias, ...], ...], "derived": [[class, base], ...], "instances": [[object, class], ...]}.
OUT becomes {"version", "wrong": [...]}: keys that do not resolve, aliases of functions and classes that resolve to
another object, classes that do not derive from their base, objects that are no instances of their class. Aliases,
classes and objects that this build lacks are passed over.
"""
import importlib
import json
import sys
import warnings


def resolve(name):
    owner, _, last = name.rpartition(".")
    if not owner:
        return importlib.import_module(name)
    try:
        return getattr(importlib.import_module(owner), last)
    except ImportError:
        return getattr(resolve(owner), last)


def attempt(name):
    try:
        return [resolve(name)]
    except (ImportError, AttributeError):
        return []


def check(jobs):
    wrong = []
    for names in jobs["same"]:
        found = [(name, value) for name in names for value in attempt(name)]
        if not found or found[0][0] != names[0]:
            wrong.append("%s does not resolve" % names[0])
            continue
        plain = [pair for pair in found if type(pair[1]).__name__ in ("function", "type")]
        wrong += ["%s is not %s" % (name, names[0]) for name, value in plain if value is not found[0][1]]
    for one, base in jobs["derived"]:
        for a in attempt(one):
            wrong += ["%s does not derive from %s" % (one, base) for b in attempt(base) if not issubclass(a, b)]
    for one, kind in jobs["instances"]:
        for a in attempt(one):
            wrong += ["%s is no %s" % (one, kind) for b in attempt(kind) if not isinstance(a, b)]
    return wrong


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    with open(sys.argv[1]) as stream:
        jobs = json.load(stream)
    answer = {"version": "%d.%d" % sys.version_info[:2], "wrong": check(jobs["%d.%d" % sys.version_info[:2]])}
    with open(sys.argv[2], "w") as stream:
        json.dump(answer, stream)
