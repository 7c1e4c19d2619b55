import { OP, type OpId } from '../../facts/ir.ts';
import { constantTexts, listOf } from '../../facts/read-facts.ts';
import type { ProgramFile } from '../../link/program.ts';
import { functionIdOf, passedTo } from './passed.ts';
import type { ProgramIndex } from './program-index.ts';

/** Names and calls that are followed; beyond, a text is unknown. */
const MOST_STEPS = 100;

/**
 * The texts that an op may be, where all are constants that the code passes on as they are: through names, branches,
 * loops over constants, and parameters of functions whose callers are in sight. `undefined` for anything else, also
 * for texts that are put together.
 */
export function possibleTexts(
  index: ProgramIndex,
  file: ProgramFile,
  op: OpId,
): readonly string[] | undefined {
  const found = new Set<string>();
  const seen = new Set<string>();
  const queue: { readonly file: ProgramFile; readonly op: number }[] = [{ file, op }];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const key = `${at.file.id}:${at.op}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const step = at.op < 0 || seen.size > MOST_STEPS ? undefined : stepFrom(index, at.file, at.op as OpId);
    if (!step) return undefined;
    for (const text of step.texts ?? []) found.add(text);
    queue.push(...(step.next ?? []));
  }
  return found.size > 0 ? [...found].sort() : undefined;
}

interface TextStep {
  readonly texts?: readonly string[];
  readonly next?: readonly { readonly file: ProgramFile; readonly op: number }[];
}

function stepFrom(index: ProgramIndex, file: ProgramFile, op: OpId): TextStep | undefined {
  const { facts } = file;
  const here = (ops: readonly number[]): TextStep => ({ next: ops.map((next) => ({ file, op: next })) });
  switch (facts.kind[op]) {
    case OP.Const: {
      const texts = constantTexts(facts, op);
      return texts && { texts };
    }
    case OP.Boolean:
      return here([facts.a[op]!, facts.b[op]!]);
    case OP.Join:
      return here(listOf(facts, facts.b[op]!));
    case OP.LoadVariable:
      return here(index.flow.stores.of(facts, facts.a[op]!));
    case OP.Iterate: {
      const texts = constantTexts(facts, facts.a[op]! as OpId);
      return facts.kind[facts.a[op]!] === OP.Container && texts ? { texts } : undefined;
    }
    case OP.Parameter:
      return fromCallers(index, file, op);
    default:
      return undefined;
  }
}

function fromCallers(index: ProgramIndex, file: ProgramFile, op: OpId): TextStep | undefined {
  const id = functionIdOf(index, file, op);
  const { parameters } = index.flow.p.activations.facts(id);
  const at = parameters.findIndex((parameter) => parameter.op === op);
  const calls = index.callsOf(id);
  if (at < 0 || calls.length === 0) return undefined;
  const next = calls.flatMap((site) => {
    const passed = passedTo(index, id, at, site.file, site.op);
    return passed.length > 0
      ? passed.map((one) => ({ file: site.file, op: one as number }))
      : [{ file, op: parameters[at]!.default as number }];
  });
  return { next };
}
