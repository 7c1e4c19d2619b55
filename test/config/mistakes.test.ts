import { describe, expect, it } from 'vitest';
import { type Case, mistakes } from './files.ts';

/** A `pyproject.toml` of these lines below `[tool.pyaudit-lint]`, which is its line 3. */
const project = (...lines: string[]): Case => ({
  files: { 'pyproject.toml': ['[project]', 'name = "x"', '[tool.pyaudit-lint]', ...lines].join('\n') },
});
const own = (...lines: string[]): Case => ({ files: { 'pyaudit-lint.toml': lines.join('\n') } });

describe('every mistake in a configuration file is named with its place and what to write', () => {
  it.each<[given: Case, ...messages: string[]]>([
    // keys
    [
      project('presett = "all"'),
      'pyproject.toml:4:1: there is no key `presett` (did you mean `preset`?); `pyaudit-lint --isolated --show-settings` lists them',
    ],
    [
      project('min_level = "note"'),
      'pyproject.toml:4:1: there is no key `min_level` (did you mean `min-level`?); `pyaudit-lint --isolated --show-settings` lists them',
    ],
    [
      project('frobnicate = 1'),
      'pyproject.toml:4:1: there is no key `frobnicate`; `pyaudit-lint --isolated --show-settings` lists them',
    ],
    [
      project('no-dependencies = true'),
      'pyproject.toml:4:1: there is no key `no-dependencies`; as a setting it is `dependencies = false`',
    ],
    [project('level = {}'), 'pyproject.toml:4:1: there is no key `level`; as a setting it is `levels`'],
    [
      project('output = ["sarif=a"]'),
      'pyproject.toml:4:1: `output` belongs on the command line: configuration writes no files',
    ],
    [
      project('exit-zero = true'),
      'pyproject.toml:4:1: `exit-zero` belongs on the command line: a gate is opened where all can see it',
    ],
    [project('files = ["a"]'), 'pyproject.toml:4:1: `files` belongs into [[tool.pyaudit-lint.overrides]]'],
    [own('files = ["a"]'), 'pyaudit-lint.toml:1:1: `files` belongs into [[overrides]]'],
    [
      project('extend-preset = "all"'),
      'pyproject.toml:4:1: `preset` is no list that could be added to; write `preset`',
    ],
    // types
    [
      project('python-version = []'),
      'pyproject.toml:4:18: `python-version` is empty; name a version or remove it',
    ],
    [
      project('preset = 1'),
      'pyproject.toml:4:10: `preset` wants one of recommended, strict, all, inventory; this is a number',
    ],
    [
      project('preset = ["all"]'),
      'pyproject.toml:4:10: `preset` wants one of recommended, strict, all, inventory; this is a list',
    ],
    [
      project('preset = ""'),
      'pyproject.toml:4:10: `preset` is empty; it wants one of recommended, strict, all, inventory',
    ],
    [
      project('dependencies = "no"'),
      'pyproject.toml:4:16: `dependencies` wants true or false, without quotes; this is a text',
    ],
    [
      project('select = "os.system"'),
      'pyproject.toml:4:10: `select` wants a list, as in ["...", "..."]; this is a text',
    ],
    [
      project('select = [1, "open"]'),
      'pyproject.toml:4:11: `select` wants an event, a code, a glob or category:NAME; this is a number',
    ],
    [
      project('max-findings = "3"'),
      'pyproject.toml:4:16: `max-findings` wants a whole number; this is a text',
    ],
    [
      project('max-findings = -1'),
      'pyproject.toml:4:16: `max-findings` wants a whole number from 0, as in 10',
    ],
    [
      project('max-findings = 1.5'),
      'pyproject.toml:4:16: `max-findings` wants a whole number; this is a number with a fraction',
    ],
    [project('venv = 1979-05-27'), 'pyproject.toml:4:8: `venv` wants a folder; this is a date'],
    [
      project('levels = "error"'),
      'pyproject.toml:4:10: `levels` wants a table, as in "os.system" = "error"; this is a text',
    ],
    [
      project('overrides = { files = ["a"] }'),
      'pyproject.toml:4:13: `overrides` wants tables, as in [[tool.pyaudit-lint.overrides]]; this is a table',
    ],
    [
      project('overrides = ["a"]'),
      'pyproject.toml:4:14: `overrides` wants tables, as in [[tool.pyaudit-lint.overrides]]; this is a text',
    ],
    // values
    [project('preset = "al"'), 'pyproject.toml:4:10: `preset` cannot be `al`; did you mean `all`?'],
    [
      project('preset = "loud"'),
      'pyproject.toml:4:10: `preset` cannot be `loud`; choose from recommended, strict, all, inventory',
    ],
    [project('fail-on = "warn"'), 'pyproject.toml:4:11: `fail-on` cannot be `warn`; did you mean `warning`?'],
    [
      project('platform = ["linux", "windows"]'),
      'pyproject.toml:4:22: `platform` cannot be `windows`; choose from linux, darwin, win32',
    ],
    [
      project('python-version = 3.10'),
      'pyproject.toml:4:18: `python-version` wants quotes, "3.10": without them TOML reads the number 3.1',
    ],
    [
      project('python-version = "3.7"'),
      'pyproject.toml:4:18: `python-version`: `3.7` reaches back before the data; known are 3.8 to 3.15; write 3.13, 3.9-3.13, or a list with commas',
    ],
    [
      project('python-version = ["3.9", "3.x"]'),
      'pyproject.toml:4:26: `python-version`: `3.x` is no version of CPython 3; known are 3.8 to 3.15; write 3.13, 3.9-3.13, or a list with commas',
    ],
    // events
    [
      project('select = ["open", "os.sistem"]'),
      'pyproject.toml:4:19: `select`: there is no event or code `os.sistem` (did you mean `os.system`?); `pyaudit-lint events` lists them',
    ],
    [
      project('ignore = ["category:proces"]'),
      'pyproject.toml:4:11: `ignore`: there is no category `proces` (did you mean `category:process`?)',
    ],
    [
      project('allow = ["sokcet.*"]'),
      'pyproject.toml:4:10: `allow`: no event or code matches `sokcet.*`; `pyaudit-lint events` lists them',
    ],
    [
      project('[tool.pyaudit-lint.levels]', '"os.sytem" = "error"'),
      'pyproject.toml:5:1: `levels`: there is no event or code `os.sytem` (did you mean `os.system`?); `pyaudit-lint events` lists them',
    ],
    [
      project('[tool.pyaudit-lint.levels]', '"os.system" = "eror"'),
      'pyproject.toml:5:15: `levels` of `os.system` cannot be `eror`; did you mean `error`?',
    ],
    [
      project('[tool.pyaudit-lint.levels]', 'os.system = "error"'),
      'pyproject.toml:5:4: `levels`: `os.system` without quotes is a table in a table; write "os.system" = "error" for the event, or { dangerous = "...", effect = "...", inventory = "..." } for levels by tier',
    ],
    [
      project('levels = { open = { dangerous = "eror", effect = "note" } }'),
      'pyproject.toml:4:33: `levels` of `open`, dangerous, cannot be `eror`; did you mean `error`?',
    ],
    [
      project('levels = { open = "note", PYA1401 = "error" }'),
      'pyproject.toml:4:27: `levels`: `PYA1401` and `open` are one event; remove one',
    ],
    // globs
    [
      project('exclude = ["a[b", "c{d", "e)"]'),
      'pyproject.toml:4:12: `exclude`: the glob `a[b` has no closing ]',
      'pyproject.toml:4:19: `exclude`: the glob `c{d` has no closing }',
      'pyproject.toml:4:26: `exclude`: the glob `e)` has no opening (',
    ],
    [
      project('exclude = ["a\\\\b"]'),
      'pyproject.toml:4:12: `exclude`: the glob `a\\b` has a backslash; write / between folders, on Windows too',
    ],
    [
      project('exclude = ["../a"]'),
      'pyproject.toml:4:12: `exclude`: the glob `../a` leaves the folder it is seen from; use names below it, or **/NAME',
    ],
    [
      project('exclude = ["!a"]'),
      'pyproject.toml:4:12: `exclude`: the glob `!a` starts with !, which has no meaning here; name what is meant',
    ],
    [
      project('exclude = ["C:/a"]'),
      'pyproject.toml:4:12: `exclude`: the glob `C:/a` starts with a drive; write it as seen from the folder of the configuration',
    ],
    [
      project('exclude = ["/"]'),
      'pyproject.toml:4:12: `exclude`: the glob `/` names everything; write ** if that is meant',
    ],
    // twice
    [
      project('ignore = ["open", "import", "open"]'),
      'pyproject.toml:4:29: `ignore` has `open` twice; remove one',
    ],
    [
      project('ignore = []', 'ignore = []'),
      'pyproject.toml:5:1: no valid TOML: trying to redefine an already defined table or value',
    ],
    [
      project('[tool.pyaudit-lint]'),
      'pyproject.toml:4:2: no valid TOML: trying to redefine an already defined table or value',
    ],
    // overrides
    [
      project('[[tool.pyaudit-lint.overrides]]', 'ignore = ["open"]'),
      'pyproject.toml:4:1: an override wants `files`, a list of globs, as in files = ["tests/**"]',
    ],
    [
      project('[[tool.pyaudit-lint.overrides]]', 'files = []'),
      'pyproject.toml:5:9: `files` is empty, so the override holds for no file; name some or remove it',
    ],
    [
      project('[[tool.pyaudit-lint.overrides]]', 'files = ["a["]', 'ignor = ["open"]'),
      'pyproject.toml:6:1: there is no key `ignor` in an override (did you mean `ignore`?); there are files, preset, select, extend-select, ignore, extend-ignore, levels, allow, extend-allow, min-level, min-confidence, provenance',
      'pyproject.toml:5:10: `files`: the glob `a[` has no closing ]',
    ],
    [
      project('[[tool.pyaudit-lint.overrides]]', 'files = ["a"]', 'venv = "x"'),
      'pyproject.toml:6:1: `venv` cannot differ by file; write it outside of the overrides',
    ],
    // contradictions
    [
      project('dependencies = false', 'venv = ".venv"'),
      'pyproject.toml:5:1: `venv` and `dependencies` (pyproject.toml:4:1): installed packages are not to be read, so where they lie means nothing; remove one of the two',
    ],
    [
      project('site-packages = ["a"]', 'dependencies = false'),
      'pyproject.toml:4:1: `site-packages` and `dependencies` (pyproject.toml:5:1): installed packages are not to be read, so where they lie means nothing; remove one of the two',
    ],
    [
      project('preset = "inventory"', 'allow = ["open"]'),
      'pyproject.toml:5:1: `allow` and `preset` (pyproject.toml:4:1): the preset inventory shows no findings, so the list would forbid nothing; choose another preset',
    ],
    [
      project('preset = "inventory"', '[[tool.pyaudit-lint.overrides]]', 'files = ["a"]', 'allow = ["open"]'),
      'pyproject.toml:7:1: `allow` and `preset` (pyproject.toml:4:1): the preset inventory shows no findings, so the list would forbid nothing; choose another preset',
    ],
    [
      project('fail-on = "none"', 'max-findings = 3'),
      'pyproject.toml:5:1: `max-findings` and `fail-on` (pyproject.toml:4:1): with fail-on none nothing fails, however many there are; remove one of the two',
    ],
    [
      project('select = ["open"]', 'ignore = ["import", "open"]'),
      'pyproject.toml:5:1: `open` is both in `select` and in `ignore`; remove one',
    ],
    [
      project('extend-allow = ["open"]'),
      'pyproject.toml:4:1: `extend-allow` adds to a list, and there is none; write `allow`',
    ],
    [
      { flags: { 'extend-allow': 'open' } },
      '--extend-allow: `extend-allow` adds to a list, and there is none; write `allow`',
    ],
    // the file itself
    [
      { files: { 'pyproject.toml': '[tool.pyaudit-lint\n' } },
      'pyproject.toml:1:19: no valid TOML: illegal character in key',
    ],
    [own('preset = "all'), 'pyaudit-lint.toml:1:10: no valid TOML: unfinished string'],
    [
      own('[tool.pyaudit-lint]', 'preset = "all"'),
      'pyaudit-lint.toml:1:2: [tool.pyaudit-lint] belongs into pyproject.toml; here the keys stand without it',
    ],
    [
      { files: { 'pyproject.toml': '[tool.pyaudit_lint]\n' } },
      'pyproject.toml:1:7: there is no [tool.pyaudit_lint]; did you mean [tool.pyaudit-lint]?',
    ],
    [
      { files: { 'pyproject.toml': '[tool]\npyaudit-lint = 1\n' } },
      'pyproject.toml:2:1: [tool.pyaudit-lint] wants to be a table of settings',
    ],
    // several at once
    [
      project('preset = "al"', 'colour = true', 'ignore = ["os.sistem"]'),
      'pyproject.toml:4:10: `preset` cannot be `al`; did you mean `all`?',
      'pyproject.toml:5:1: there is no key `colour`; `pyaudit-lint --isolated --show-settings` lists them',
      'pyproject.toml:6:11: `ignore`: there is no event or code `os.sistem` (did you mean `os.system`?); `pyaudit-lint events` lists them',
    ],
    // extend
    [
      project('extend = "base.toml"'),
      "pyproject.toml:4:10: `extend` names base.toml, which is not there; paths are seen from the file's own folder",
    ],
    [
      project('extend = "pyproject.toml"'),
      'pyproject.toml:4:10: `extend` leads round in a ring: pyproject.toml -> pyproject.toml',
    ],
    [
      {
        files: {
          'pyproject.toml': '[tool.pyaudit-lint]\nextend = "a/pyproject.toml"',
          'a/pyproject.toml': '[project]',
        },
      },
      'pyproject.toml:2:10: `extend` names a/pyproject.toml, which has no settings of ours',
    ],
    [
      {
        files: {
          'pyaudit-lint.toml': 'extend = "a.toml"',
          'a.toml': 'extend = "b.toml"',
          'b.toml': 'extend = "a.toml"',
        },
      },
      'b.toml:1:10: `extend` leads round in a ring: pyaudit-lint.toml -> a.toml -> b.toml -> a.toml',
    ],
    [
      { files: { 'pyaudit-lint.toml': 'extend = "a/b.toml"', 'a/b.toml': '\n  presett = 1' } },
      'a/b.toml:2:3: there is no key `presett` (did you mean `preset`?); `pyaudit-lint --isolated --show-settings` lists them',
    ],
    // the command line
    [{ flags: { config: ['a.toml'] } }, '--config a.toml: no such file; it takes a file or KEY=VALUE'],
    [
      { flags: { config: ['a.toml', 'b.toml'] }, files: { 'a.toml': '', 'b.toml': '' } },
      '--config takes one file; of a.toml and b.toml let one extend the other',
    ],
    [
      { flags: { config: ['a.toml'], isolated: [] }, files: { 'a.toml': '' } },
      '--isolated reads no configuration file, and --config names one; give one of the two',
    ],
    [
      { flags: { config: ['pyproject.toml'] }, files: { 'pyproject.toml': '[project]' } },
      '--config pyproject.toml: it has no [tool.pyaudit-lint]',
    ],
    [
      { flags: { config: ['preset=strict'] } },
      '--config preset=strict: no valid TOML: invalid value; a text wants quotes, as in --config \'preset="strict"\'',
    ],
    [
      { flags: { config: ['presett="strict"'] } },
      '--config presett="strict": there is no key `presett` (did you mean `preset`?); `pyaudit-lint --isolated --show-settings` lists them',
    ],
    [
      { flags: { config: ['extend="strict.toml"'] } },
      '--config extend="strict.toml": `extend` is for files; name the file: --config FILE',
    ],
    [{ flags: { config: ['max-findings='] } }, '--config max-findings=: no valid TOML: invalid value'],
    [
      { flags: { venv: 'a', 'no-dependencies': [] } },
      '--venv: `venv` and `dependencies` (--no-dependencies): installed packages are not to be read, so where they lie means nothing; remove one of the two',
    ],
    [
      { ...project('dependencies = false'), flags: { venv: 'a' } },
      '--venv: `venv` and `dependencies` (pyproject.toml:4:1): installed packages are not to be read, so where they lie means nothing; remove one of the two',
    ],
    [
      { flags: { level: ['os.system'] } },
      '--level wants EVENTS=LEVEL, as in os.system=error; it got `os.system`',
    ],
    [
      { flags: { level: ['os.sistem=error', 'open=eror'] } },
      '--level: there is no event or code `os.sistem` (did you mean `os.system`?); `pyaudit-lint events` lists them',
      '--level of `open` cannot be `eror`; did you mean `error`?',
    ],
    [{ flags: { 'max-findings': 'many' } }, '--max-findings wants a whole number from 0, as in 10'],
    [{ flags: { exclude: 'a[' } }, '--exclude: the glob `a[` has no closing ]'],
    [
      { flags: { preset: 'al', select: 'os.sistem' }, ...project('min-level = 1') },
      '--preset cannot be `al`; did you mean `all`?',
      '--select: there is no event or code `os.sistem` (did you mean `os.system`?); `pyaudit-lint events` lists them',
      'pyproject.toml:4:13: `min-level` wants one of error, warning, note; this is a number',
    ],
  ])('%j', (given, ...messages) => {
    expect(mistakes(given)).toEqual(messages);
  });
});
