import { type GuardId, OP, type OpId } from '../../facts/ir.ts';
import type { Outside, ProgramFile } from '../../link/program.ts';
import { meet, NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import type { AnalysisLimit } from '../analysis.ts';
import type { Guards } from '../conditions/guards.ts';
import type { Flow } from '../flow.ts';

/** Why an import leads to nothing that was analysed: reason, and what to do. */
const REASONS: Readonly<Record<Exclude<Outside, 'library' | 'native'>, readonly [string, string]>> = {
  missing: [
    'a module that was not found',
    'install the packages and name their environment with --venv, or their folder with --site-packages',
  ],
  'left-out': ['dependencies are left out', '--no-dependencies treats them as unknown'],
  'not-analysed': [
    'a file of the project that is not analysed',
    'name its folder too, and what it does is followed',
  ],
  'not-read': ['more installed code than is read', 'the modules nearest to the project came first'],
};

/** Imports of a file that lead out of what is analysed: by reason, and each of machine code in its place. */
export function importLimits(
  f: Flow,
  guards: Guards,
  targets: TargetMask,
  file: ProgramFile,
): AnalysisLimit[] {
  const limits: AnalysisLimit[] = [];
  const names = new Map<Exclude<Outside, 'library' | 'native'>, string[]>();
  const { facts } = file;
  for (const fn of facts.functions) {
    for (let op = fn.start; op < fn.end; op++) {
      const kind = facts.kind[op];
      if (kind !== OP.Import && kind !== OP.ImportFrom && kind !== OP.ImportStar) continue;
      const name = leadsOutside(f, file, op as OpId);
      if (name === undefined) continue;
      if (meet(targets, guards.targets(file, facts.guard[op] as GuardId)) === NO_TARGETS) continue;
      const outside = f.p.program.outside(name);
      if (outside === 'library') continue;
      if (outside === 'native') {
        const at = { from: facts.atFrom[op]!, to: facts.atTo[op]! };
        limits.push(native(file.path, at, fn.qualifiedName, name));
      } else {
        const known = names.get(outside);
        if (known) known.push(name);
        else names.set(outside, [name]);
      }
    }
  }
  for (const [outside, list] of names) limits.push(unresolved(file.path, outside, list));
  return limits;
}

/** The module that an import names, if it is no file of the program, or there is no more than a stub of it. */
function leadsOutside(f: Flow, file: ProgramFile, op: OpId): string | undefined {
  const { facts, id } = file;
  const { program } = f.p;
  const kind = facts.kind[op];
  const level = kind === OP.Import ? 0 : facts.c[op]! >> 1;
  const module = program.relative(id, level, facts.names[facts.a[op]!]!);
  if (module === undefined || module === '__future__') return undefined;
  const isUnseen = (name: string) => {
    const target = program.resolve(id, name);
    if (target.kind === 'file') return program.files[target.file]!.isStub === true;
    return program.outside(name) === 'native';
  };
  if (kind === OP.ImportFrom) {
    const name = facts.names[facts.b[op]!]!;
    const inside = module === '' ? name : `${module}.${name}`;
    if (isUnseen(inside)) return inside;
    if (module === '' || program.resolve(id, inside).kind !== 'external') return undefined;
  }
  if (isUnseen(module)) return module;
  const target = program.resolve(id, module);
  if (target.kind === 'file') return undefined;
  if (target.kind === 'external') return module;
  return kind === OP.ImportFrom ? `${module}.${facts.names[facts.b[op]!]!}` : undefined;
}

function unresolved(
  file: string,
  outside: Exclude<Outside, 'library' | 'native'>,
  names: readonly string[],
): AnalysisLimit {
  const [reason, advice] = REASONS[outside];
  const different = [...new Set(names)];
  const few = different.slice(0, 3).join(', ') + (different.length > 3 ? ', ...' : '');
  const count = names.length;
  return {
    kind: 'unresolved-import',
    file,
    reason,
    count,
    message: `${count} ${count === 1 ? 'import' : 'imports'} not followed (${few}): ${reason}; ${advice}`,
  };
}

const native = (
  file: string,
  at: { readonly from: number; readonly to: number },
  enclosing: string,
  name: string,
): AnalysisLimit => ({
  kind: 'native-module',
  file,
  at,
  enclosing,
  reason: 'machine code',
  message: `imports ${name}, a native module: what its code does is not known`,
});
