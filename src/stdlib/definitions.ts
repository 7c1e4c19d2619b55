import { ALL_TARGETS, join, meet, NO_TARGETS, parseTargets, type TargetMask } from '../model/targets.ts';
import { BOUND_NAMES } from './types/bound-names.ts';
import { isLibraryModule, type ModuleTypes, moduleTypes, type Star } from './types/modules.ts';

/** Re-exports of re-exports end here; the longest chain of the library has four. */
const DEEPEST = 8;

/**
 * Star imports that the stubs do not tell, since they describe a package as one module: Lib/pathlib/__init__.py of
 * 3.13 has `from pathlib._local import *`.
 */
const UNTOLD: ReadonlyMap<string, Star> = new Map([
  ['pathlib', { module: 'pathlib._local', targets: parseTargets('3.13') }],
]);

/** Names under which the stubs have modules that CPython freezes from these: Lib/importlib/_bootstrap.py. */
const FROZEN: ReadonlyMap<string, string> = new Map([
  ['_frozen_importlib', 'importlib._bootstrap'],
  ['_frozen_importlib_external', 'importlib._bootstrap_external'],
]);

/** What functions of the library give where the stubs name an abstract class. */
const IMPLEMENTED: ReadonlyMap<string, readonly (readonly [string, TargetMask])[]> = new Map([
  // Lib/importlib/_bootstrap_external.py: what spec_from_file_location finds for sources
  ['importlib._abc.Loader', [['importlib._bootstrap_external.SourceFileLoader', ALL_TARGETS]]],
  ['importlib.abc.Loader', [['importlib._bootstrap_external.SourceFileLoader', ALL_TARGETS]]],
  [
    // Lib/asyncio/unix_events.py, windows_events.py: the default event loops
    'asyncio.events.AbstractEventLoop',
    [
      ['asyncio.unix_events._UnixSelectorEventLoop', parseTargets('3.8-3.15/linux,darwin')],
      ['asyncio.windows_events.ProactorEventLoop', parseTargets('3.8-3.15/win32')],
    ],
  ],
]);

const found = new Map<string, ReadonlyMap<string, TargetMask>>();

/**
 * The names under which what a dotted name means is defined, each with the targets where it is: `os.path.join` is
 * `posixpath.join` or `ntpath.join`, `asyncio.run` is `asyncio.runners.run`. What no module hands on keeps its name.
 */
export function definitionsOf(name: string): ReadonlyMap<string, TargetMask> {
  let names = found.get(name);
  if (!names) {
    const own = new Map<string, TargetMask>();
    follow(name, ALL_TARGETS, DEEPEST, own);
    names = own;
    found.set(name, names);
  }
  return names;
}

function follow(name: string, targets: TargetMask, depth: number, into: Map<string, TargetMask>): void {
  const module = depth > 0 ? moduleAround(name) : undefined;
  const types = module === undefined ? undefined : moduleTypes(module);
  const [first = '', ...rest] = module === undefined ? [] : name.slice(module.length + 1).split('.');
  const untold = module === undefined ? undefined : UNTOLD.get(module);
  const bound = module === undefined ? undefined : BOUND_NAMES.get(module);
  const handed = [
    ...(types ? handedOn(types, first) : []),
    ...(bound !== undefined && !types?.names.has(first) && !isLibraryModule(`${module}.${first}`)
      ? [{ name: `${bound}.${first}`, targets: ALL_TARGETS }]
      : []),
    ...(untold && !name.startsWith(`${untold.module}.`)
      ? [{ name: `${untold.module}.${first}`, targets: untold.targets }]
      : []),
  ];
  let left = targets;
  for (const one of handed) {
    const shared = meet(targets, one.targets);
    if (shared === NO_TARGETS || one.name === name) continue;
    left = (left & ~shared) as TargetMask;
    follow([one.name, ...rest].join('.'), shared, depth - 1, into);
  }
  if (left === NO_TARGETS) return;
  for (const [own, on] of standIns(name, left)) into.set(own, join(into.get(own) ?? NO_TARGETS, on));
}

/** The names under which the library's sources have what the stubs name otherwise. */
function standIns(name: string, targets: TargetMask): readonly (readonly [string, TargetMask])[] {
  for (let end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1)) {
    const head = name.slice(0, end);
    const frozen = FROZEN.get(head);
    if (frozen !== undefined) return [[frozen + name.slice(end), targets]];
    const made = IMPLEMENTED.get(head);
    if (made) return made.map(([type, on]) => [type + name.slice(end), meet(on, targets)]);
  }
  return [[name, targets]];
}

/** The names that a module hands on as `name`, in place of defining it. */
function* handedOn(
  { names, stars }: ModuleTypes,
  name: string,
): Generator<{ readonly name: string; readonly targets: TargetMask }> {
  const lines = names.get(name);
  for (const { mark, payload, targets } of lines ?? []) if (mark === 'i') yield { name: payload, targets };
  if (lines) return;
  for (const { module, targets } of stars) {
    const types = moduleTypes(module);
    if (types && (types.names.has(name) || [...handedOn(types, name)].length > 0))
      yield { name: `${module}.${name}`, targets };
  }
}

/** The longest module that a dotted name goes into. */
function moduleAround(name: string): string | undefined {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const module = name.slice(0, dot);
    if (isLibraryModule(module)) return module;
  }
  return undefined;
}
