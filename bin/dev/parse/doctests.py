"""Prints the examples of a module's doctests as a JSON list of sources: doctests.py FILE..."""

import ast
import doctest
import json
import sys

sources = []
parser = doctest.DocTestParser()
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ">>>" in node.value:
            sources += [example.source for example in parser.get_examples(node.value)]
print(json.dumps(sources))
