import { GUARD, type GuardId, OP, type OpId } from '../../facts/ir.ts';
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
import { isCheck } from './checks.ts';
import { alternatives, importTruth } from './import-tests.ts';
import { isMainTest, isNone, literalTest } from './literal-tests.ts';
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

const IMPROBABLE = 10;

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
   * cost nothing, nor does what the target decides, nor to pass a test that raises otherwise: few call to fail.
   * Options of the interpreter are mostly not given: what asks for one costs as much as a handler.
   */
  cost(file: ProgramFile, guard: GuardId): number {
    let cost = 0;
    for (let at = guard; at !== 0; at = file.facts.guards[at]!.parent) {
      const { kind, condition, when } = file.facts.guards[at]!;
      if (kind === GUARD.handler) cost += IMPROBABLE;
      else if (kind === GUARD.test && !isCheck(file.facts, at) && this.isOpen(file, condition)) {
        cost += this.isOption(file, condition, when) ? IMPROBABLE : 1;
      }
    }
    return cost;
  }

  /** Whether a test may come out either way on every target. */
  private isOpen(file: ProgramFile, condition: OpId): boolean {
    const { yes, no } = this.test(file, condition, 0);
    return yes === ALL_TARGETS && no === ALL_TARGETS;
  }

  /** Whether a test that comes out like this asks for a flag of the command line (`sys.flags.dev_mode`). */
  private isOption(file: ProgramFile, op: OpId, when: boolean): boolean {
    const { facts } = file;
    if (op < 0) return false;
    if (facts.kind[op] === OP.Unary) return this.isOption(file, facts.a[op] as OpId, !when);
    if (!when || facts.kind[op] !== OP.Attribute) return false;
    return this.names(file, op).some((name) => name.startsWith('sys.flags.'));
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
      case OP.Join:
        return importTruth(facts, [...listOf(facts, facts.b[op]!)]) ?? EITHER;
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
    if (stored.length === 1) return this.test(file, stored[0]!, depth + 1);
    return importTruth(file.facts, alternatives(file.facts, stored)) ?? EITHER;
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
    if (isNone(facts, other)) return this.isNone(file, subject, operator);
    const names = this.names(file, subject);
    const texts = constantTexts(facts, other);
    if (!texts) return EITHER;
    if (names.includes('sys.platform')) return platformTest(PLATFORM_NAMES, operator, texts);
    if (names.includes('os.name')) return platformTest(OS_NAMES, operator, texts);
    return this.isSystemCall(file, subject) ? platformTest(SYSTEM_NAMES, operator, texts) : EITHER;
  }

  /** `fcntl is not None`, where it is None for want of the module. */
  private isNone(file: ProgramFile, subject: OpId, operator: string): Truth {
    const { facts } = file;
    const isVariable = subject >= 0 && facts.kind[subject] === OP.LoadVariable;
    const stored = isVariable ? this.f.stores.of(facts, facts.a[subject]!) : [subject];
    const found = importTruth(facts, alternatives(facts, stored)) ?? EITHER;
    return operator === 'is' ? not(found) : operator === 'is not' ? found : EITHER;
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
