import { type GuardId, OP, type OpId } from '../../facts/ir.ts';
import { isProject, type ProgramFile } from '../../link/program.ts';
import type { ImportView } from '../../model/program-view.ts';
import { meet, NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import { loadedAtStartup } from '../../stdlib/startup.ts';
import { importName, isLazy } from '../events/module-bodies.ts';
import type { Activation } from '../solve/activations.ts';
import { placeOf } from './places.ts';
import type { ProgramIndex } from './program-index.ts';

/** The imports of the project's files, those in functions that nothing runs left out. */
export function importViews(index: ProgramIndex): readonly ImportView[] {
  const { p } = index.flow;
  const found: ImportView[] = [];
  for (const file of p.program.files) {
    if (!isProject(file)) continue;
    for (const { facts: fn, activations } of p.activations.functionsOf(file)) {
      const [activation] = activations;
      if (!activation) continue;
      for (let op = fn.start; op < fn.end; op++) {
        const name = importName(index.flow, activation, op as OpId);
        if (name !== undefined) found.push(importView(index, activation, op as OpId, name));
      }
    }
  }
  return found;
}

function importView(index: ProgramIndex, activation: Activation, op: OpId, module: string): ImportView {
  const { file } = activation;
  const { facts } = file;
  const { guards, phases } = index.solved;
  const targets = guards.targets(file, facts.guard[op] as GuardId);
  const imported =
    facts.kind[op] === OP.ImportStar
      ? '*'
      : facts.kind[op] === OP.ImportFrom
        ? facts.names[facts.b[op]!]!
        : undefined;
  return {
    ...placeOf(file, op),
    module,
    ...(imported === undefined ? {} : { name: imported }),
    from: sourceOf(index, file, module),
    isLazy: isLazy(facts, op),
    isLoadedAtStartup: meet(targets, ~loadedAtStartup(module) as TargetMask) === NO_TARGETS,
    isUnconditional: facts.guard[op] === 0,
    phases: phases.at(activation, op),
    targets,
  };
}

function sourceOf({ flow }: ProgramIndex, { id }: ProgramFile, module: string): ImportView['from'] {
  const { program } = flow.p;
  const target = program.resolve(id, module);
  if (target.kind === 'namespace') return 'project';
  if (target.kind === 'file') return program.files[target.file]!.isDependency ? 'dependency' : 'project';
  const outside = program.outside(module);
  switch (outside) {
    case 'library':
    case 'native':
      return outside;
    case 'not-analysed':
      return 'project';
    case 'left-out':
    case 'not-read':
      return 'dependency';
    case 'missing':
      return 'unknown';
  }
}
