import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import { ALL_TARGETS, formatTargets, join, NO_TARGETS, VERSIONS } from '../../src/model/targets.ts';
import { analyseText } from '../analyse-text.ts';
import {
  examples,
  findInterpreters,
  type Interpreter,
  markedLines,
  runNative,
  runPyodide,
  targetsOf,
} from './examples.ts';
import { badNearMisses, checkArguments, judgeRaisers, unexpected } from './judge.ts';

const interpreters: { interpreter: Interpreter; pyodide: boolean }[] = [];

beforeAll(async () => {
  const folder = dirname(fileURLToPath(import.meta.resolve('pyodide')));
  const native = findInterpreters();
  if (native.size === 0) console.warn('agreement: no CPython of 3.8 to 3.15 found, only Pyodide was asked');
  const runs = [runPyodide(folder), ...[...native.values()].map(runNative)];
  (await Promise.all(runs)).forEach((interpreter, index) => {
    interpreters.push({ interpreter, pyodide: index === 0 });
  });
  interpreters.sort(
    (a, b) => VERSIONS.indexOf(a.interpreter.version) - VERSIONS.indexOf(b.interpreter.version),
  );
}, 240_000);

describe('the interpreter agrees with the catalogue', () => {
  test('every raiser that the interpreter has raises its event on the marked line', () => {
    const failed: string[] = [];
    const lines = ['version  raisers  confirmed  not in this build  arguments compared'];
    let confirmed = 0;
    for (const { interpreter } of interpreters) {
      const judged = judgeRaisers(interpreter);
      const count = (verdict: string) => judged.filter((one) => one.verdict === verdict).length;
      confirmed += count('confirmed');
      lines.push(
        [
          interpreter.version.padEnd(7),
          String(judged.length).padStart(7),
          String(count('confirmed')).padStart(9),
          String(count('not in this build')).padStart(17),
          String(checkArguments(interpreter).compared).padStart(18),
        ].join('  '),
      );
      for (const { example, verdict, why } of judged) {
        if (verdict === 'failed') failed.push(`${interpreter.version} ${example.id}: ${why}`);
      }
    }
    console.log(`${lines.join('\n')}\nraisers x versions confirmed: ${confirmed}`);
    expect(failed).toEqual([]);
    expect(confirmed).toBeGreaterThan(200);
  });

  test('no raiser works in a version that its targets leave out', () => {
    for (const { interpreter } of interpreters)
      expect([interpreter.version, unexpected(interpreter)]).toEqual([interpreter.version, []]);
  });

  test('no near miss raises its event', () => {
    for (const { interpreter } of interpreters) {
      expect([interpreter.version, badNearMisses(interpreter)]).toEqual([interpreter.version, []]);
    }
  });

  test('events carry the arguments that the maps promise', () => {
    for (const { interpreter } of interpreters) {
      const { compared, wrong } = checkArguments(interpreter);
      expect([interpreter.version, wrong]).toEqual([interpreter.version, []]);
      expect(compared).toBeGreaterThan(100);
    }
  });

  test('a native interpreter lacks only what builds may lack', () => {
    const optional =
      /^(sqlite3\.(enable_load_extension|load_extension)|ensurepip\.bootstrap|open#(8|9|10|11|13|14)|sys\.remote_exec)/;
    for (const { interpreter, pyodide } of interpreters) {
      if (pyodide) continue;
      const lacking = judgeRaisers(interpreter)
        .filter(({ verdict, example }) => verdict === 'not in this build' && !optional.test(example.id))
        .map(({ example, why }) => `${example.id}: ${why}`);
      expect([interpreter.version, lacking]).toEqual([interpreter.version, []]);
    }
  });
});

describe('the analyser agrees with the catalogue', () => {
  const table = compileRaisers(rules, libraryValues);

  for (const { id, rule, raiser, code } of examples) {
    if (!raiser) {
      test(`${id} is not reported`, () => {
        const reported = analyseText(code, table, ALL_TARGETS).filter(({ event }) => event === rule.event);
        // the closure of the library does not know with which arguments its functions are called
        expect(reported.filter(({ edges }) => edges === 1)).toEqual([]);
      });
      continue;
    }
    test(`${id} is reported on its line, wherever the raiser works`, () => {
      const targets = targetsOf(rule, raiser);
      const reported = analyseText(code, table, targets).filter(({ event }) => event === rule.event);
      for (const line of markedLines(code)) {
        const there = reported.filter((one) => one.line === line).map((one) => one.targets);
        expect([line, formatTargets(there.reduce(join, NO_TARGETS))]).toEqual([line, formatTargets(targets)]);
      }
    });
  }
});
