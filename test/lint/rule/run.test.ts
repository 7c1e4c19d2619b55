import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/flow/analyse.ts';
import { link } from '../../../src/link/link.ts';
import { lint } from '../../../src/lint/lint.ts';
import { defineRule, type Listeners, type Rule, type RuleMeta } from '../../../src/lint/rule/contract.ts';
import { faultPlace } from '../../../src/lint/rule/fault-place.ts';
import { filled } from '../../../src/lint/rule/messages.ts';
import { optionProblems, schemaProblem } from '../../../src/lint/rule/option-problems.ts';
import { runRules } from '../../../src/lint/rule/run.ts';
import type { CallView } from '../../../src/model/program-view.ts';
import { ALL_TARGETS } from '../../../src/model/targets.ts';
import { type Files, linkInputs, TABLE } from '../../flow/programs.ts';

const EVENTS = TABLE.rules.map(({ event }) => event);

const PROGRAM: Files = {
  'app/__init__.py': '',
  'app/main.py': [
    'import os, json',
    'from app.tools import Tool',
    'class Special(Tool):',
    '    def run(self, command="ls"):',
    '        os.system(command)',
    'Special().run("date")',
    '',
  ].join('\n'),
  'app/tools.py': 'import threading\nclass Tool(threading.Thread):\n    pass\n',
};

const META: RuleMeta = {
  code: 'ACME0001',
  name: 'test',
  tier: 'effect',
  summary: 's',
  meaning: 'm',
  messages: { seen: 'Seen {{what}}.' },
};

/** Runs listeners over a program, with what they note. */
function heard(listeners: (note: (text: string) => void) => Listeners, files = PROGRAM) {
  const notes: string[] = [];
  const analysis = analyse(link(linkInputs(files)), TABLE, ALL_TARGETS, { program: true });
  const rule = defineRule({
    meta: META,
    create: () => listeners((text) => notes.push(text)),
  });
  const { faults } = runRules([{ rule, options: {} }], analysis.program!, lint(analysis), EVENTS);
  return { notes, faults };
}

describe('listeners', () => {
  it('hear calls by the name of what they may run', () => {
    const { notes } = heard((note) => ({
      'Call:os.*': (call) =>
        note(`${call.enclosing}: ${call.callees.map(({ name, kind }) => `${name} (${kind})`).join()}`),
      'Call:app.main.Special.run': (call) =>
        note(`run with ${JSON.stringify(call.argument(0, 'command')?.value)}`),
    }));
    expect(notes).toEqual([
      'Special.run: os.system (library)',
      'run with {"kind":"value","value":{"kind":"str","value":"date"}}',
    ]);
  });

  it('hear imports, classes by their bases, functions and events', () => {
    const { notes } = heard((note) => ({
      'Import:json': ({ module, from }) => note(`import ${module} from ${from}`),
      'Import:app.*': ({ module, name, from }) => note(`import ${name} of ${module} from ${from}`),
      'Class:threading.Thread': ({ name, bases }) => note(`${name}: ${bases.join()}`),
      Function: ({ name, kind, parameters }) =>
        note(`${kind} ${name}(${parameters.map((one) => one.name).join()})`),
      'Event:os.system': ({ event, call }) => note(`${event} by ${call?.callees[0]?.name}`),
      'Program:end': () => note('end'),
    }));
    expect(notes).toEqual([
      'import json from library',
      'import Tool of app.tools from project',
      'app.main.Special: app.tools.Tool,threading.Thread',
      'app.tools.Tool: threading.Thread',
      'module app()',
      'module app.main()',
      'function app.main.Special.run(self,command)',
      'module app.tools()',
      'os.system by os.system',
      'end',
    ]);
  });

  it('ask classes for all they have of their own', () => {
    const { notes } = heard(
      (note) => ({
        Class: ({ name, members }) => {
          for (const { name: member, functions, at } of members())
            note(`${name}.${member} at ${at.from}: ${functions.map((one) => one.name).join()}`);
        },
      }),
      {
        'a.py': [
          'def reduce(self): ...',
          'class A:',
          '    size = 1',
          '    __reduce__ = reduce',
          '    @staticmethod',
          '    def make(): ...',
          'class B(A): pass',
          'B.late = reduce',
          '',
        ].join('\n'),
      },
    );
    expect(notes).toEqual([
      'a.A.size at 42: ',
      'a.A.__reduce__ at 4: a.reduce',
      'a.A.make at 73: a.A.make',
      'a.B.late at 4: a.reduce',
    ]);
  });

  it('are given the whole way to what a function reaches, with places', () => {
    const { notes } = heard(
      (note) => ({
        'Function:a.top': (top) => {
          for (const { event, through, witness } of top
            .reaches()
            .filter((one) => one.event === 'subprocess.Popen'))
            note(
              `${event} through ${through.join()} by ${witness.map(({ name, offset = '' }) => `${name}@${offset}`).join()}`,
            );
        },
      }),
      { 'a.py': 'import subprocess\ndef top(x):\n    low(x)\ndef low(x):\n    subprocess.run(x)\n' },
    );
    expect(notes).toEqual([
      'subprocess.Popen through a.top,a.low,sys.audit by a.top@34,a.low@68,subprocess.run@,subprocess.Popen.__init__@,subprocess.Popen._execute_child@,sys.audit@',
    ]);
  });

  it('are told of by name and file when they fail; the rest goes on', () => {
    const { notes, faults } = heard((note) => ({
      Class: () => {
        throw new Error('no');
      },
      'Program:end': () => note('end'),
    }));
    expect(notes).toEqual([]);
    expect(faults).toEqual([{ rule: 'test', file: 'app/main.py', error: new Error('no') }]);
  });

  it('are refused where nobody would call them', () => {
    const { faults } = heard(() => ({ Calls: () => {} }) as unknown as Listeners);
    expect((faults[0]!.error as Error).message).toBe(
      'there is no listener "Calls"; there are Call, Event, Import, Function, Class, Program:end, and a kind with a name, as in Call:os.*',
    );
  });
});

describe('what rules do wrong', () => {
  type Give = Parameters<Rule['create']>[0]['report'];
  const FINDING = { messageId: 'seen', data: { what: 'it' } };
  const said = (listeners: (report: Give) => unknown): readonly string[] => {
    const analysis = analyse(link(linkInputs(PROGRAM)), TABLE, ALL_TARGETS, { program: true });
    const rule: Rule = { meta: META, create: ({ report }) => listeners(report) as Listeners };
    const { faults, findings } = runRules([{ rule, options: {} }], analysis.program!, lint(analysis), EVENTS);
    expect(findings).toEqual([]);
    return faults.map(({ error }) => (error as Error).message);
  };
  const reporting = (more: object) =>
    said((report) => ({
      'Call:os.system': (place: CallView) => report({ place, ...FINDING, ...more } as never),
    }));

  it.each([
    ['a grade', { confidence: 'sure' }, '`confidence` is none of high, medium, low'],
    [
      'a text for a witness',
      { witness: 'os.system' },
      '`witness` is no list of steps, such as [{ name: "app.run" }]',
    ],
    ['a witness of texts', { witness: ['os.system'] }, '`witness[0]` is no step with a `name`'],
    ['a line', { witness: [{ name: 'f', line: '3' }] }, '`witness[0].line` is no whole number'],
    ['data', { data: { what: null } }, '`data.what` is neither a text nor a number'],
    ['a message', { messageId: 7 }, '`messageId` is no text'],
    [
      'a key',
      { message: 'x' },
      'report() knows no `message`; there are place, messageId, data, confidence, witness',
    ],
    [
      'a place',
      { place: { file: 'app/main.py' } },
      '`place` is nothing that a listener or the program gave: pass a call, an event, a function, ...',
    ],
  ])('is refused when it reports %s', (_, more, message) => {
    expect(reporting(more)).toEqual([message]);
  });

  it("is refused when it is asynchronous, and what it fails with is nobody else's", () => {
    const late = async () => {
      throw new Error('late');
    };
    const words = 'is asynchronous, and rules run at once; drop `async`';
    expect(said(late)).toEqual([`\`create\` ${words}`]);
    expect(said(() => ({ Call: late }))).toEqual([`a listener ${words}`]);
    expect(said(() => ({ 'Program:end': late }))).toEqual([`the listener "Program:end" ${words}`]);
  });

  it('is refused when it gives no listeners', () => {
    const message = '`create` gives no object of listeners; return one, as in { Call: (call) => { ... } }';
    expect([said(() => undefined), said(() => [])]).toEqual([[message], [message]]);
  });

  it('is refused when it listens to an event of CPython that is none', () => {
    const listening = (key: string) => said(() => ({ [key]: () => {} }));
    expect(listening('Event:os.sistem')).toEqual([
      'the listener "Event:os.sistem" hears nothing: there is no such event (did you mean `os.system`?)',
    ]);
    expect(listening('Event:subprocess.start*')).toEqual([
      'the listener "Event:subprocess.start*" hears nothing: there is no such event; `pyaudit-lint events` lists them',
    ]);
    expect(['Event:os.*', 'Event:shop.order', 'Event:*'].flatMap(listening)).toEqual([]);
  });
});

describe('the place of a fault', () => {
  const plugin = { file: 'rules/shell.mjs', path: '/home/me/rules/shell.mjs' };
  const thrown = (...frames: readonly string[]) =>
    Object.assign(new Error('no'), {
      stack: ['Error: no', ...frames.map((one) => `    at ${one}`)].join('\n'),
    });

  it('is the first frame of the plugin', () => {
    const error = thrown(
      'report (file:///home/me/rules/node_modules/pyaudit-lint/dist/analysis.js:1:2)',
      'Object.Call (file:///home/me/rules/lib/calls%20of.mjs:3:20)',
      'file:///home/me/rules/shell.mjs:9:1',
    );
    expect(faultPlace(plugin, error)).toBe('rules/lib/calls of.mjs:3:20');
    expect(faultPlace(plugin, thrown('/home/me/rules/shell.mjs:9:1'))).toBe('rules/shell.mjs:9:1');
    expect(faultPlace(plugin, thrown('Object.Call (node:fs:1:1)'))).toBe('rules/shell.mjs');
    expect(faultPlace(plugin, 'no')).toBe('rules/shell.mjs');
  });
});

describe('options', () => {
  const meta: RuleMeta = {
    ...META,
    options: { type: 'object', properties: { mode: { enum: ['a', 'b'] } }, additionalProperties: false },
  };

  it('are what the schema takes', () => {
    expect(optionProblems(meta, { mode: 'a' })).toEqual([]);
    expect(optionProblems(meta, { mode: 'c', more: 1 })).toEqual([
      '`rule-options.test` must NOT have additional properties: `more`',
      '`rule-options.test.mode` must be equal to one of the allowed values: a, b',
    ]);
    expect(optionProblems(META, {})).toEqual(['`rule-options.test`: this rule has no options; remove them']);
  });

  it('have a schema without unknown types and words', () => {
    expect(schemaProblem(meta.options!)).toBeUndefined();
    expect(schemaProblem({ type: 'objekt' })).toContain(
      '`meta.options` is no JSON schema: schema is invalid',
    );
    expect(schemaProblem({ type: 'object', propertys: {} })).toContain('unknown keyword: "propertys"');
  });
});

describe('origins', () => {
  const originsOf = (files: Files) =>
    heard(
      (note) => ({
        'Call:os.system': (call) =>
          note(
            call
              .argument(0)!
              .origins()
              .map(({ kind, name }) => `${kind} ${name}`)
              .sort()
              .join(),
          ),
      }),
      files,
    ).notes;

  it.each([
    ['a name', 'import os, sys\nx = sys.argv\nos.system(x[1])', 'attribute sys.argv'],
    ['a default', 'import os\ndef f(x=input()):\n    os.system(x)\nf()', 'call builtins.input'],
    ['formatting', 'import os, sys\nos.system(f"ls {sys.argv[1]!r:>3}")', 'attribute sys.argv'],
    [
      'a field',
      'import os\nclass C:\n    def __init__(self): self.x = input()\n    def go(self): os.system(self.x)\nC().go()',
      'call builtins.input',
    ],
    [
      'what nobody in sight passes',
      'import os\ndef f(command):\n    os.system(command)',
      'parameter command',
    ],
    [
      'the call that passed it, whatever others pass',
      'import os, sys\ndef same(x): return x\nsame(sys.argv)\nos.system(same("ls"))\nos.system(same(input()))',
      '',
      'call builtins.input',
    ],
    [
      'a callable that is passed, whatever others pass',
      'import os\ndef of(f, x): return f(x)\nof(os.getenv, "HOME")\nos.system(of(str, "ls"))',
      'call builtins.str',
    ],
    [
      'text, and stop at an encoding',
      'import os, sys\nos.system(b"ls".decode(sys.argv[1]))',
      'call builtins.bytes.decode',
    ],
    ['text, and stop at a number', 'import os\nos.system("sleep %d" % int(input()))', ''],
  ])('go back through %s', (_, program, ...expected) => {
    expect(originsOf({ 'main.py': program })).toEqual(expected);
  });
});

describe('texts', () => {
  it.each<[string, string, string]>([
    ['a constant', 'os.system("ls")', 'ls'],
    ['one of several', 'os.system("ls" if x else "date")', 'date,ls'],
    ['a loop over constants', 'for c in ("ls", "date"):\n    os.system(c)', 'date,ls'],
    ['what callers pass', 'def f(c="ls"):\n    os.system(c)\nf()\nf("date")', 'date,ls'],
    ['what nobody passes', 'def f(c):\n    os.system(c)', 'unknown'],
    ['what is put together', 'def f(c):\n    os.system("ls " + c)\nf("x")', 'unknown'],
    ['numbers', 'def f(c):\n    os.system(c)\nf(1)', 'unknown'],
  ])('of %s', (_, program, expected) => {
    const { notes } = heard(
      (note) => ({
        'Call:os.system': (call) => note(call.argument(0)!.texts()?.join() ?? 'unknown'),
      }),
      { 'main.py': `import os\n${program}` },
    );
    expect(notes).toEqual([expected]);
  });
});

describe('what a function reaches', () => {
  const HOOK = [
    'import os, sys',
    'NAMES = frozenset(("os.mkdir", "os.rmdir"))',
    'def hook(event, args):',
    '    if event == "open":',
    '        return',
    '    if event in NAMES:',
    '        write(event)',
    '    elif not event.startswith("os."):',
    '        os.system(args)',
    'def write(what):',
    '    if what != "os.rmdir":',
    '        open("log")',
    'sys.addaudithook(hook)',
  ].join('\n');
  const reached = (texts?: Readonly<Record<string, string>>) =>
    heard(
      (note) => ({
        'Call:sys.addaudithook': ({ callees }) =>
          callees
            .filter(({ isDirect }) => !isDirect)
            .flatMap((callee) => callee.reaches(texts))
            .forEach(({ event, isUnconditional }) => {
              note(`${event}${isUnconditional ? '' : ' perhaps'}`);
            }),
      }),
      { 'main.py': HOOK },
    ).notes;

  it.each<[string, Readonly<Record<string, string>> | undefined, readonly string[]]>([
    ['nothing', undefined, ['open perhaps', 'os.system perhaps']],
    ['a text that ends it', { event: 'open' }, []],
    ['a text of a set', { event: 'os.mkdir' }, ['open']],
    ['a text that the callee tests', { event: 'os.rmdir' }, []],
    ['any other text', { event: 'import' }, ['os.system']],
    ['a parameter that nothing tests', { args: 'ls' }, ['open perhaps', 'os.system perhaps']],
  ])('with %s given', (_, texts, expected) => {
    expect(reached(texts)).toEqual(expected);
  });
});

describe('messages', () => {
  it('are filled whole', () => {
    expect(filled('{{ a }} and {{b}}', { a: 'x', b: 2 })).toBe('x and 2');
    expect(() => filled('{{a}}', {})).toThrow('no data for {{a}} of "{{a}}"');
    expect(() => filled('text', { a: 1 })).toThrow('no placeholder for a in "text"');
  });
});
