import { describe, expect, it } from 'vitest';
import { type Case, mistakes } from './files.ts';

/** A `pyproject.toml` of these lines below `[tool.pyaudit-lint]`, which is its line 3. */
const project = (...lines: string[]): Case => ({
  files: { 'pyproject.toml': ['[project]', 'name = "x"', '[tool.pyaudit-lint]', ...lines].join('\n') },
});
const own = (...lines: string[]): Case => ({ files: { 'pyaudit-lint.toml': lines.join('\n') } });

describe('every mistake in what is said of callables is named with its place and what to write', () => {
  it.each<[given: Case, ...messages: string[]]>([
    [
      project('[[tool.pyaudit-lint.raiser]]', 'api = "mylib.run"', 'evnt = "mylib.run"'),
      'pyproject.toml:6:1: there is no key `evnt` in a raiser (did you mean `event`?); there are api, of, event, arguments, tier, targets, safe, calls, when',
      'pyproject.toml:4:1: a raiser wants `event`, `safe = true` or `calls`: what is there to know of it?',
    ],
    [
      own('[[raiser]]', 'event = "x"'),
      'pyaudit-lint.toml:1:1: a raiser wants `api`, as in api = "mylib.run"',
    ],
    [
      own('[[raiser]]', 'api = "run"', 'event = "x"'),
      'pyaudit-lint.toml:2:7: `raiser.api` cannot be `run`; write the module too, as in "mylib.run"',
    ],
    [
      own('[[raiser]]', 'api = "a.send"', 'of = "method"', 'event = "x"'),
      'pyaudit-lint.toml:1:1: `api` of a method names its class too, as in "mylib.Client.send"; this is `a.send`',
    ],
    [
      own('[[raiser]]', 'api = "a.b"', 'of = "methd"', 'event = "x"'),
      'pyaudit-lint.toml:3:6: `raiser.of` cannot be `methd`; did you mean `method`?',
    ],
    [
      own('[[raiser]]', 'api = "a.b"', 'calls = ["0"]'),
      'pyaudit-lint.toml:3:10: `raiser.calls` cannot have `0`; an operand is "arg:N" (from 0), "kw:NAME" or "self"',
    ],
    [
      own('[[raiser]]', 'api = "a.b"', 'event = "x"', 'arguments = { c = "arg:0" }'),
      'pyaudit-lint.toml:4:19: `arguments.c` wants a list of operands, as in ["arg:0", "kw:command"]; this is a text',
    ],
    [
      own('[[raiser]]', 'api = "a.b"', 'event = "x"', 'targets = "2.7"'),
      'pyaudit-lint.toml:4:11: `raiser.targets`: not a range of CPython versions: 2.7',
    ],
    [
      own('[[raiser]]', 'api = "a.b"', 'event = "x"', 'safe = true'),
      'pyaudit-lint.toml:1:1: `safe` says that nothing counts; leave out `event` and `calls`, or `safe`',
    ],
    [
      own('[[raiser]]', 'api = "a.b"', 'event = "x"', 'when = [{ operand = ["arg:0"] }]'),
      'pyaudit-lint.toml:4:9: `raiser.when` wants `operand` and one of `is` and `equals`, as in { operand = ["arg:1", "kw:shell"], is = "true" }',
    ],
    [
      own('[[raiser]]', 'api = "a.b"', 'event = "x"', 'when = [{ operand = ["0"], is = "tru", defalt = 1 }]'),
      'pyaudit-lint.toml:4:40: there is no key `defalt` in a condition (did you mean `default`?); there are operand, is, equals, default',
      'pyaudit-lint.toml:4:22: `raiser.when.operand` cannot have `0`; an operand is "arg:N" (from 0), "kw:NAME" or "self"',
      'pyaudit-lint.toml:4:33: `raiser.when.is` cannot be `tru`; did you mean `true`?',
    ],
    [
      own('[[raiser]]', 'api = "a.b"', 'safe = true', 'when = [{ operand = ["arg:0"], is = "given" }]'),
      'pyaudit-lint.toml:1:1: `when` says which calls raise the event; add `event`, or leave it out',
    ],
    [
      project('raiser = 1'),
      'pyproject.toml:4:10: raiser wants tables, as in [[tool.pyaudit-lint.raiser]]; this is a number',
    ],
  ])('%j', (given, ...messages) => {
    expect(mistakes(given)).toEqual(messages);
  });
});
