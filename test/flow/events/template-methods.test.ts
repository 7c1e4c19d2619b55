import { describe, expect, test } from 'vitest';
import { findingsOf } from '../programs.ts';

/** The functions from an import of the program to the one `os.system` call in it. */
function chain(text: string): readonly string[] {
  const found = findingsOf({ 'm.py': `import os\n${text}` }).filter(({ event }) => event === 'os.system');
  expect(found.length).toBe(1);
  const { reachedFrom } = found[0]!;
  return [reachedFrom?.kind ?? '', ...(reachedFrom?.steps ?? []).map(({ name }) => name)];
}

describe('library methods run what a class of the project overrides', () => {
  test.each([
    [
      'import http.server',
      'http.server.BaseHTTPRequestHandler',
      'do_GET(self)',
      "http.server.HTTPServer(('', 1), C)",
    ],
    [
      'import socketserver',
      'socketserver.BaseRequestHandler',
      'handle(self)',
      "socketserver.TCPServer(('', 1), C)",
    ],
    ['import html.parser', 'html.parser.HTMLParser', 'handle_starttag(self, tag, attrs)', "C().feed('<a>')"],
    ['import json', 'json.JSONEncoder', 'default(self, o)', 'json.dumps({}, cls=C)'],
    ['import logging', 'logging.Handler', 'emit(self, record)', 'logging.getLogger().addHandler(C())'],
    ['import pickle', 'pickle.Unpickler', 'find_class(self, m, n)', 'C(file).load()'],
    ['import collections', 'collections.UserDict', '__setitem__(self, k, v)', 'C().update({1: 2})'],
    ['import string', 'string.Formatter', 'get_value(self, k, a, kw)', "C().format('{a}', a=1)"],
    ['import argparse', 'argparse.ArgumentParser', 'error(self, message)', 'C().parse_args()'],
    ['import queue', 'queue.Queue', '_put(self, item)', 'C().put(1)'],
    ['import ast', 'ast.NodeVisitor', 'visit_Name(self, node)', "C().visit(ast.parse('a'))"],
  ])('%s: %s.%s', (load, base, method, use) => {
    const text = `${load}\nclass C(${base}):\n    def ${method}:\n        os.system('x')\n${use}\n`;
    expect(chain(text)).toEqual(['import', 'm']);
  });

  test('what a method of the base does by itself is not called', () => {
    const text = `import threading\nclass C(threading.Thread):\n    def join(self):\n        os.system('x')\nC().start()\n`;
    expect(chain(text)[0]).toBe('public');
  });
});
