import { type FileFacts, GUARD, type GuardId, OP, type OpId } from '../../facts/ir.ts';
import { constantNumbers, constantTexts, functionOf, listOf } from '../../facts/read-facts.ts';
import type { FileId, ProgramFile } from '../../link/program.ts';
import {
  ALL_TARGETS,
  join,
  meet,
  NO_TARGETS,
  PLATFORMS,
  type TargetMask,
  targetMask,
  VERSIONS,
} from '../../model/targets.ts';
import type { Flow } from '../flow.ts';
import { type Token, VALUE } from '../solve/values.ts';
import {
  EITHER,
  FLIPPED,
  NEVER,
  not,
  OS_NAMES,
  PLATFORM_NAMES,
  platformTest,
  SYSTEM_NAMES,
  type Truth,
  truth,
  type VersionPart,
  versionTest,
} from './target-tests.ts';

/**
 * What guards say of the ops under them: targets (`sys.platform`, `os.name`, `sys.version_info`, `TYPE_CHECKING`
 * and names bound to such tests, in this module or another), and whether `__name__ == "__main__"` holds.
 */
export class Guards {
  private readonly masks = new Map<FileId, (TargetMask | undefined)[]>();
  private readonly mains = new Map<FileId, (boolean | undefined)[]>();
  private readonly f: Flow;

  constructor(f: Flow) {
    this.f = f;
  }

  /** Targets on which an op runs at all. */
  targets(file: ProgramFile, guard: GuardId): TargetMask {
    let known = this.masks.get(file.id);
    if (!known) {
      known = [];
      this.masks.set(file.id, known);
    }
    const chain: GuardId[] = [];
    let at = guard;
    while (at !== 0 && known[at] === undefined) {
      chain.push(at);
      at = file.facts.guards[at]!.parent;
    }
    let mask = at === 0 ? ALL_TARGETS : known[at]!;
    for (let link = chain.pop(); link !== undefined; link = chain.pop()) {
      mask = meet(mask, this.own(file, link));
      known[link] = mask;
    }
    return mask;
  }

  /**
   * What the conditions around an op cost inside a package: 1 for each that nothing decides, 10 for a handler. Loops
   * cost nothing, nor does what the target decides.
   */
  cost(file: ProgramFile, guard: GuardId): number {
    let cost = 0;
    for (let at = guard; at !== 0; at = file.facts.guards[at]!.parent) {
      const { kind } = file.facts.guards[at]!;
      if (kind === GUARD.handler) cost += 10;
      else if (kind === GUARD.test && this.own(file, at) === ALL_TARGETS) cost++;
    }
    return cost;
  }

  /** Whether an op runs only when the file is the program itself. */
  isMain(file: ProgramFile, guard: GuardId): boolean {
    let known = this.mains.get(file.id);
    if (!known) {
      known = [];
      this.mains.set(file.id, known);
    }
    for (let at = guard; at !== 0; at = file.facts.guards[at]!.parent) {
      known[at] ??= isMainTest(file.facts, at);
      if (known[at]) return true;
    }
    return false;
  }

  private own(file: ProgramFile, id: GuardId): TargetMask {
    const guard = file.facts.guards[id]!;
    switch (guard.kind) {
      case GUARD.test: {
        const { yes, no } = this.test(file, guard.condition, 0);
        return guard.when ? yes : no;
      }
      case GUARD.annotation:
        // annotations run at definition time up to 3.13, unless postponed (PEP 563, PEP 649)
        return file.facts.postponedAnnotations ? NO_TARGETS : targetMask(VERSIONS.slice(0, 6));
      default:
        return ALL_TARGETS;
    }
  }

  /** `depth` ends chains of names that are bound to each other. */
  private test(file: ProgramFile, op: OpId, depth: number): Truth {
    const { facts } = file;
    if (op < 0 || depth > 40) return EITHER;
    const a = facts.a[op] as OpId;
    const b = facts.b[op] as OpId;
    switch (facts.kind[op]) {
      case OP.Compare:
        return this.compare(file, op);
      case OP.Boolean: {
        const left = this.test(file, a, depth + 1);
        const right = this.test(file, b, depth + 1);
        return facts.c[op] === 1
          ? { yes: meet(left.yes, right.yes), no: join(left.no, right.no) }
          : { yes: join(left.yes, right.yes), no: meet(left.no, right.no) };
      }
      case OP.Unary:
        return facts.names[facts.c[op]!] === 'not' ? not(this.test(file, a, depth + 1)) : EITHER;
      case OP.Const:
        return literalTest(facts, op);
      case OP.Call:
        return this.startsWith(file, op);
      case OP.LoadVariable:
        return this.variable(file, facts.a[op]!, depth);
      case OP.ImportFrom:
        return this.imported(file, op, depth);
      case OP.Attribute:
        return this.ofModule(file, op, depth);
      default:
        return this.names(file, op).includes('typing.TYPE_CHECKING') ? NEVER : EITHER;
    }
  }

  /** A name that is bound once means what it is bound to. */
  private variable(file: ProgramFile, variable: number, depth: number): Truth {
    const stored = this.f.stores.of(file.facts, variable);
    return stored.length === 1 ? this.test(file, stored[0]!, depth + 1) : EITHER;
  }

  private imported(file: ProgramFile, op: OpId, depth: number): Truth {
    if (this.names(file, op).includes('typing.TYPE_CHECKING')) return NEVER;
    const { program } = this.f.p;
    const module = program.relative(file.id, file.facts.c[op]! >> 1, file.facts.names[file.facts.a[op]!]!);
    const target = module ? program.resolve(file.id, module) : undefined;
    if (target?.kind !== 'file') return EITHER;
    const other = program.files[target.file]!;
    const variable = other.facts.globals.get(file.facts.names[file.facts.b[op]!]!);
    return variable === undefined ? EITHER : this.variable(other, variable, depth);
  }

  /** `compat.WINDOWS`: a name of another module of the project. */
  private ofModule(file: ProgramFile, op: OpId, depth: number): Truth {
    if (this.names(file, op).includes('typing.TYPE_CHECKING')) return NEVER;
    const { values, program } = this.f.p;
    const tokens = this.tokens(file, file.facts.a[op] as OpId);
    const [module] = tokens;
    if (module === undefined || tokens.length > 1 || values.kind(module) !== VALUE.module) return EITHER;
    const other = program.files[values.x(module)]!;
    const variable = other.facts.globals.get(file.facts.names[file.facts.b[op]!]!);
    return variable === undefined ? EITHER : this.variable(other, variable, depth);
  }

  /** Dotted library names that an op may be. */
  private names(file: ProgramFile, op: OpId): string[] {
    const { p } = this.f;
    return this.tokens(file, op)
      .filter((token) => p.values.kind(token) === VALUE.library)
      .map((token) => p.text(p.values.x(token)));
  }

  private tokens(file: ProgramFile, op: OpId): readonly Token[] {
    const { p } = this.f;
    const [activation] = p.activations.of(p.activations.functionId(file, functionOf(file.facts, op)));
    return activation ? p.solver.at(p.node(activation, op)) : [];
  }

  private compare(file: ProgramFile, op: OpId): Truth {
    const { facts } = file;
    const left = facts.a[op] as OpId;
    const right = facts.b[op] as OpId;
    const operator = facts.names[facts.c[op]!]!;
    const reversed = facts.kind[left] === OP.Const || facts.kind[left] === OP.Container;
    const subject = reversed ? right : left;
    const other = reversed ? left : right;
    const version = this.versionPart(file, subject);
    if (version !== undefined) {
      const wanted = constantNumbers(facts, other);
      return wanted ? versionTest(version, reversed ? (FLIPPED[operator] ?? '') : operator, wanted) : EITHER;
    }
    const names = this.names(file, subject);
    const texts = constantTexts(facts, other);
    if (!texts) return EITHER;
    if (names.includes('sys.platform')) return platformTest(PLATFORM_NAMES, operator, texts);
    if (names.includes('os.name')) return platformTest(OS_NAMES, operator, texts);
    return this.isSystemCall(file, subject) ? platformTest(SYSTEM_NAMES, operator, texts) : EITHER;
  }

  private isSystemCall(file: ProgramFile, op: OpId): boolean {
    if (file.facts.kind[op] !== OP.Call) return false;
    return this.names(file, file.facts.a[op] as OpId).includes('platform.system');
  }

  /** `sys.platform.startswith("win")`. */
  private startsWith(file: ProgramFile, op: OpId): Truth {
    const { facts } = file;
    const callee = facts.a[op] as OpId;
    if (facts.kind[callee] !== OP.Attribute || facts.names[facts.b[callee]!] !== 'startswith') return EITHER;
    if (!this.names(file, facts.a[callee] as OpId).includes('sys.platform')) return EITHER;
    const list = listOf(facts, facts.b[op]!);
    const texts = list.length >= 3 ? constantTexts(facts, list[2] as OpId) : undefined;
    if (!texts) return EITHER;
    const platforms = PLATFORMS.filter((platform) => texts.some((text) => platform.startsWith(text)));
    return truth(targetMask(VERSIONS, platforms));
  }

  private versionPart(file: ProgramFile, op: OpId): VersionPart | undefined {
    const { facts } = file;
    if (facts.kind[op] === OP.Item) {
      if (!this.names(file, facts.a[op] as OpId).includes('sys.version_info')) return undefined;
      const key = facts.b[op]!;
      if (facts.kind[key] === OP.Slice) return 'prefix';
      const value = facts.kind[key] === OP.Const ? facts.constants[facts.a[key]!] : undefined;
      if (value?.kind !== 'int') return undefined;
      return value.value === 0 ? 'major' : value.value === 1 ? 'minor' : undefined;
    }
    const names = this.names(file, op);
    if (names.includes('sys.version_info')) return 'all';
    if (names.includes('sys.version_info.major')) return 'major';
    return names.includes('sys.version_info.minor') ? 'minor' : undefined;
  }
}

function isMainTest(facts: FileFacts, id: GuardId): boolean {
  const guard = facts.guards[id]!;
  if (guard.kind !== GUARD.test || !guard.when) return false;
  const op = guard.condition;
  if (facts.kind[op] !== OP.Compare || facts.names[facts.c[op]!] !== '==') return false;
  const sides = [facts.a[op]!, facts.b[op]!];
  const isName = (side: number) =>
    facts.kind[side] === OP.LoadName && facts.names[facts.a[side]!] === '__name__';
  const isText = (side: number) => {
    const value = facts.kind[side] === OP.Const ? facts.constants[facts.a[side]!] : undefined;
    return value?.kind === 'str' && value.value === '__main__';
  };
  return sides.some(isName) && sides.some(isText);
}

/**
 * `if False:`, `while 1:`. Only a constant written in the test itself: a name that is bound to one (`DEBUG = False`)
 * may be bound to another from outside.
 */
function literalTest(facts: FileFacts, op: OpId): Truth {
  const isTested = facts.kind[op + 1] === OP.Test && facts.from[op + 1] === facts.from[op];
  const value = facts.constants[facts.a[op]!]!;
  if (!isTested || (value.kind !== 'bool' && value.kind !== 'int')) return EITHER;
  return value.value ? not(NEVER) : NEVER;
}
