import { ALL_TARGETS, type TargetMask } from '../../model/targets.ts';
import data from '../generated/types.json' with { type: 'json' };
import { ModuleTexts } from '../module-texts.ts';

/**
 * The index: a text per module, a line per name. `d` a function, `v` a variable, `i` a name from elsewhere, `c` a
 * class (type parameters, bases and members behind tabs), `*` a star import; `@` and the targets behind the name where
 * not all have it. Members are written like names; `k` class methods, `s` static ones, `p` properties.
 */
const texts = new ModuleTexts(data);

/** One definition of a name, its payload still to be read. */
export interface Line {
  readonly mark: string;
  readonly targets: TargetMask;
  readonly payload: string;
}

/** A star import, and where it is made. */
export interface Star {
  readonly module: string;
  readonly targets: TargetMask;
}

export interface ModuleTypes {
  readonly names: ReadonlyMap<string, readonly Line[]>;
  readonly stars: readonly Star[];
}

const read = new Map<string, ModuleTypes | undefined>();

export const isLibraryModule = (module: string): boolean => texts.has(module);

export const libraryModules = (): readonly string[] => [...texts.names()];

/** The names of a module; `undefined` if the index has none of that name. */
export function moduleTypes(module: string): ModuleTypes | undefined {
  if (read.has(module)) return read.get(module);
  const text = texts.of(module);
  const types = text === undefined ? undefined : readModule(text);
  read.set(module, types);
  return types;
}

function readModule(text: string): ModuleTypes {
  const stars: Star[] = [];
  const names = new Map<string, Line[]>();
  for (const line of text.split('\n')) {
    if (line.startsWith('*')) stars.push(readStar(line));
    else if (line !== '') addLine(names, line);
  }
  return { names, stars };
}

function readStar(line: string): Star {
  const [module = '', targets] = line.slice(1).split('@');
  return { module, targets: readTargets(targets) };
}

const readTargets = (text: string | undefined): TargetMask =>
  text === undefined ? ALL_TARGETS : (Number.parseInt(text, 36) as TargetMask);

/** Files a line under its name. */
export function addLine(names: Map<string, Line[]>, line: string): void {
  let end = 1;
  for (; end < line.length; end++) {
    const unit = line.charCodeAt(end);
    if (unit === 9 || unit === 32) break;
  }
  const head = line.slice(1, end);
  const at = head.indexOf('@');
  const name = at < 0 ? head : head.slice(0, at);
  const targets = readTargets(at < 0 ? undefined : head.slice(at + 1));
  const entry = { mark: line[0]!, targets, payload: line.slice(end + 1) };
  const known = names.get(name);
  if (known) known.push(entry);
  else names.set(name, [entry]);
}
