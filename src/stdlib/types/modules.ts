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

export interface ModuleTypes {
  readonly names: ReadonlyMap<string, readonly Line[]>;
  readonly stars: readonly string[];
}

const read = new Map<string, ModuleTypes | undefined>();

export const isLibraryModule = (module: string): boolean => texts.has(module);

/** The names of a module; `undefined` if the index has none of that name. */
export function moduleTypes(module: string): ModuleTypes | undefined {
  if (read.has(module)) return read.get(module);
  const text = texts.of(module);
  const types = text === undefined ? undefined : readModule(text);
  read.set(module, types);
  return types;
}

function readModule(text: string): ModuleTypes {
  const stars: string[] = [];
  const names = new Map<string, Line[]>();
  for (const line of text.split('\n')) {
    if (line.startsWith('*')) stars.push(line.slice(1).split('@', 1)[0]!);
    else if (line !== '') addLine(names, line);
  }
  return { names, stars };
}

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
  const targets = at < 0 ? ALL_TARGETS : (Number.parseInt(head.slice(at + 1), 36) as TargetMask);
  const entry = { mark: line[0]!, targets, payload: line.slice(end + 1) };
  const known = names.get(name);
  if (known) known.push(entry);
  else names.set(name, [entry]);
}
