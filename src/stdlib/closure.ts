import type { OperandTest, Place } from '../model/catalogue.ts';
import type { Constant } from '../model/constant.ts';
import { ALL_TARGETS, meet, NO_TARGETS, type TargetMask } from '../model/targets.ts';
import { definitionsOf } from './definitions.ts';
import data from './generated/closure.json' with { type: 'json' };
import { ModuleTexts } from './module-texts.ts';
import { ancestors, libraryClass } from './types/library.ts';

/**
 * What the functions of the standard library reach, made by running the analysis over CPython's own sources. A text
 * per module, a line per function: its name, a tab, then rows between semicolons, each of numbers in base 36: leaf,
 * cost, call edges, set of targets, and the function the path goes on to (absent: the leaf itself); behind `!` what
 * the row asks of arguments. Behind another tab stand rows that are no findings: a set of targets and its leaves. Aliases are names
 * for what is defined elsewhere, with the targets on which they are: a line per name, a tab, definitions between
 * blanks.
 */
const { leaves, masks } = data;
const modules = new ModuleTexts(data);

const tests = once(() => data.tests.split('\n').map((text) => JSON.parse(text) as ArgumentTest));
const functions = once((): readonly string[] => data.functions.split('\n'));
const aliases = once(() => linesByName(data.aliases));

/** One leaf that a function of the library can reach, by its cheapest path. */
export interface ClosureRow {
  /** The API that raises; see `flow/events/leaves.ts`. */
  readonly leaf: string;
  readonly cost: number;
  /** Call edges from the function to the leaf. */
  readonly edges: number;
  readonly targets: TargetMask;
  /** The function the path goes on to. */
  readonly next?: string;
  /** What the path asks of the arguments of the call; each counts 1 in the cost. */
  readonly tests?: readonly ArgumentTest[];
}

/** A condition on an argument of a call, or on the default of the parameter that it leaves out. */
export interface ArgumentTest {
  readonly operand: readonly Place[];
  readonly is: ArgumentQuestion;
  /** Absent: the parameter has none, or none that is constant. */
  readonly default?: Constant;
  /** More than this must hold: to pass decides nothing. Costs nothing. */
  readonly isPart?: true;
  /** The condition holds as well where one of these does. */
  readonly or?: readonly ArgumentTest[];
}

/** What is asked of an argument. */
export type ArgumentQuestion = OperandTest | InstanceTest | CallableTest;

/** Whether a value is an instance of one of some classes, by their dotted names; `not`: of none of them. */
export interface InstanceTest {
  readonly instanceOf: readonly string[];
  readonly not?: true;
}

/** Whether a value is a function, by the dotted name of its definition. */
export interface CallableTest {
  readonly callable: string;
  /** Whether the parameter's default is that function; absent: it has none. */
  readonly isDefault?: boolean;
}

/** What ways cost at least that are no findings. */
const FAR = 17;

const NONE: readonly ClosureRow[] = [];
const texts = new Map<string, ReadonlyMap<string, string>>();
const found = new Map<string, readonly ClosureRow[]>();

/** What a function or method of the library reaches, by any of its dotted names. */
export function closureOf(name: string): readonly ClosureRow[] {
  let rows = found.get(name);
  if (!rows) {
    rows = [...definitions(name)].flatMap(([own, targets]) => rowsOf(own, targets));
    found.set(name, rows);
  }
  return rows;
}

/** What the body of a module of the library reaches when it is imported. */
export function bodyClosure(module: string): readonly ClosureRow[] {
  const line = linesOf(module)?.get('');
  return line === undefined ? NONE : nearRows(line, ALL_TARGETS);
}

/** What a function reaches under the name of its definition, far ways included; of a module's body, under the module's. */
export function definedClosure(name: string): readonly ClosureRow[] {
  const line = lineOf(name) ?? linesOf(name)?.get('');
  return line === undefined ? NONE : [...nearRows(line, ALL_TARGETS), ...farRows(line, ALL_TARGETS)];
}

/** What a function reaches in ways that are no findings, by any of its dotted names. */
export function farClosureOf(name: string): readonly ClosureRow[] {
  return [...definitions(name)].flatMap(([own, targets]) => {
    const line = lineOf(own) ?? inheritedLine(own);
    return line === undefined ? [] : farRows(line, targets);
  });
}

/** The dotted names of all functions that reach something, as they are defined; of a module's body the module's. */
export function* summarisedNames(): Generator<string> {
  for (const module of modules.names()) {
    for (const name of linesOf(module)!.keys()) yield name === '' ? module : `${module}.${name}`;
  }
}

/** Whether the library's closure knows a module of this name: what it does not say then is nothing. */
export function isSummarised(name: string): boolean {
  for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
    if (modules.has(name.slice(0, end))) return true;
  }
  return false;
}

/** The names under which something is defined, each with the targets where it is. */
function definitions(name: string): Map<string, TargetMask> {
  const all = new Map<string, TargetMask>();
  // its rows say themselves where they hold; what a module takes from C in place of its own does not run
  const handed = definitionsOf(name);
  const isFromC = ![...handed.keys()].some(isSummarised);
  if (lineOf(name) !== undefined && !isFromC) all.set(name, ALL_TARGETS);
  for (const [defined, targets] of handed) {
    let left: TargetMask = targets;
    for (const [target, on] of aliased(defined)) {
      if (target !== name) all.set(target, meet(on, targets));
      left = (left & ~on) as TargetMask;
    }
    if (defined !== name || !all.has(name)) all.set(defined, left);
  }
  return all;
}

/** What a name is an alias for, by the longest of its heads that is one. */
function* aliased(name: string): Generator<readonly [string, TargetMask]> {
  for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
    const head = name.slice(0, end);
    const entries = aliases().get(head);
    if (entries === undefined) continue;
    for (const entry of entries.split(' ')) {
      const [target = '', mask = '0'] = entry.split('@');
      yield [target + name.slice(end), masks[Number.parseInt(mask, 36)] as TargetMask];
    }
    return;
  }
}

function rowsOf(name: string, targets: TargetMask): readonly ClosureRow[] {
  const line = lineOf(name) ?? inheritedLine(name);
  return line === undefined ? NONE : nearRows(line, targets);
}

function lineOf(name: string): string | undefined {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const line = linesOf(name.slice(0, dot))?.get(name.slice(dot + 1));
    if (line !== undefined) return line;
  }
  return undefined;
}

/**
 * The line of a method in the nearest base class that has one. Of a class of its own the closure tells each method
 * that does more for it than for the base; where it tells none, nobody saw such a receiver.
 */
function inheritedLine(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  const type = dot > 0 ? libraryClass(name.slice(0, dot)) : undefined;
  if (!type) return undefined;
  const method = name.slice(dot + 1);
  for (const { class: base } of ancestors(type)) {
    if (base !== type) {
      const line = lineOf(`${base.name}.${method}`);
      if (line !== undefined) return line;
    }
    if (base.own(method)) return undefined;
  }
  return undefined;
}

function linesOf(module: string): ReadonlyMap<string, string> | undefined {
  let lines = texts.get(module);
  if (!lines) {
    const text = modules.of(module);
    if (text === undefined) return undefined;
    lines = linesByName(text);
    texts.set(module, lines);
  }
  return lines;
}

/** What stands behind the tab of each line, by what stands before it. */
function linesByName(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').map((line) => {
      const tab = line.indexOf('\t');
      return [line.slice(0, tab), line.slice(tab + 1)];
    }),
  );
}

/** Calculated when first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function nearRows(line: string, possible: TargetMask): readonly ClosureRow[] {
  const tab = line.indexOf('\t');
  const near = tab < 0 ? line : line.slice(0, tab);
  return near === '' ? NONE : near.split(';').flatMap((row) => readRow(row, possible));
}

function farRows(line: string, possible: TargetMask): readonly ClosureRow[] {
  const tab = line.indexOf('\t');
  if (tab < 0) return NONE;
  return line
    .slice(tab + 1)
    .split(';')
    .flatMap((group) => {
      const [mask = 0, ...all] = group.split(' ').map(fromDigits);
      const targets = meet(masks[mask] as TargetMask, possible);
      if (targets === NO_TARGETS) return [];
      return all.map((leaf) => ({ leaf: leaves[leaf]!, cost: FAR, edges: FAR, targets }));
    });
}

const fromDigits = (digits: string): number => Number.parseInt(digits, 36);

function readRow(text: string, possible: TargetMask): ClosureRow[] {
  const [numbers = '', ...asked] = text.split('!');
  const [leaf, cost, edges, mask, next] = numbers.split(' ').map(fromDigits);
  const targets = meet(masks[mask!] as TargetMask, possible);
  if (targets === NO_TARGETS) return [];
  const row = { leaf: leaves[leaf!]!, cost: cost!, edges: edges!, targets };
  return [
    {
      ...row,
      ...(next === undefined ? {} : { next: functions()[next]! }),
      ...(asked.length > 0 ? { tests: asked.map((digits) => tests()[fromDigits(digits)]!) } : {}),
    },
  ];
}
