import type { FileId } from '../../link/program.ts';
import { CALLED_FROM_C, HELD_BY_SYS, PASSED_AT_START } from '../../stdlib/models/interpreter.ts';
import type { Flow } from '../flow.ts';
import { moduleValue } from '../modules/imports.ts';
import type { Activation } from '../solve/activations.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { VALUE } from '../solve/values.ts';

const FIRST = 0 as FileId;

/** Lets a function of C call the functions of a summarised library that it calls by name. */
export function callFromC(f: Flow, dotted: string, site: Site): void {
  if (!f.summarises) return;
  for (const name of CALLED_FROM_C.get(dotted) ?? []) {
    callNamed(f, name, { ...site, arguments: NO_ARGUMENTS, result: f.p.solver.nodes(1) });
  }
}

/** What a list of `sys` holds, in a library that is summarised. */
export function heldBySys(f: Flow, dotted: string, site: Site): void {
  if (!f.summarises) return;
  const held = HELD_BY_SYS.get(dotted);
  for (const name of held?.classes ?? []) {
    const node = globalNamed(f, name);
    if (node !== undefined) f.p.solver.flow(node, site.result);
  }
  if (held?.made !== undefined) callNamed(f, held.made, { ...site, arguments: NO_ARGUMENTS });
}

/** What the interpreter passes to the functions of a summarised library that it calls at its start. */
export function passAtStart(f: Flow, activation: Activation): void {
  const { file, index } = activation;
  const { qualifiedName, parameters } = file.facts.functions[index]!;
  const passed = PASSED_AT_START.get(`${file.module}.${qualifiedName}`);
  if (!passed) return;
  for (const { name, op } of parameters) {
    const module = passed[name];
    if (module === undefined) continue;
    f.p.solver.add(f.p.node(activation, op), moduleValue(f, f.p.program.resolve(FIRST, module)));
  }
}

/** Calls `module.f`, or `module.C.m` on an instance of C or, for class methods, on C. */
function callNamed(f: Flow, name: string, site: Site): void {
  const whole = globalNamed(f, name);
  if (whole !== undefined) return f.p.solver.on(whole, (token) => f.p.call(token, site));
  const dot = name.lastIndexOf('.');
  const owner = globalNamed(f, name.slice(0, dot));
  if (owner === undefined) return;
  f.p.solver.on(owner, (type) => {
    if (f.p.values.kind(type) !== VALUE.class) return;
    f.p.callMethod(f.p.values.of(VALUE.instance, type), name.slice(dot + 1), site);
  });
}

/** The node of a global of a module of the program. */
function globalNamed(f: Flow, dotted: string): Node | undefined {
  const dot = dotted.lastIndexOf('.');
  const target = f.p.program.resolve(FIRST, dotted.slice(0, dot));
  if (target.kind !== 'file') return undefined;
  const variable = f.p.program.files[target.file]!.facts.globals.get(dotted.slice(dot + 1));
  return variable === undefined ? undefined : f.p.activations.variable(f.p.moduleOf(target.file), variable);
}
