import { ALL_TARGETS, meet, NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import { ancestors, libraryObject } from './library.ts';
import { moduleTypes } from './modules.ts';

/**
 * Dotted names of the public functions and classes of a module and of the methods of these, inherited ones included,
 * as the index has them on any of the targets; what the module only imports is left out unless it is a package.
 */
export function memberNames(module: string, targets: TargetMask = ALL_TARGETS): string[] {
  const found = new Set<string>();
  collect(module, targets, found, module);
  return [...found];
}

function collect(module: string, targets: TargetMask, found: Set<string>, as: string): void {
  const types = moduleTypes(module);
  if (!types) return;
  for (const [name, lines] of types.names) {
    const on = lines.filter((line) => meet(line.targets, targets) !== NO_TARGETS);
    if (name.startsWith('_') || on.length === 0) continue;
    if (on.every(({ mark, payload }) => mark === 'i' && !belongs(payload, as))) continue;
    addObject(`${as}.${name}`, found);
  }
  for (const star of types.stars) {
    if (meet(star.targets, targets) !== NO_TARGETS) collect(star.module, targets, found, as);
  }
}

/** Whether a package hands on a name of one of its own modules, or a module one of its implementation. */
function belongs(target: string, module: string): boolean {
  const top = module.split('.', 1)[0]!;
  return target.startsWith(`${top}.`) || target.startsWith(`_${top}.`);
}

function addObject(name: string, found: Set<string>): void {
  const object = libraryObject(name);
  if (object?.kind === 'member' && object.member.kind === 'function') found.add(name);
  if (object?.kind !== 'class') return;
  found.add(name);
  for (const { class: base } of ancestors(object.class)) {
    if (base.name === 'builtins.object') continue;
    for (const member of base.memberNames()) {
      if (!member.startsWith('_') && base.own(member)?.kind === 'function') found.add(`${name}.${member}`);
    }
  }
}
