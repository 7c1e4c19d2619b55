import { type FileFacts, type FunctionFacts, GUARD, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { ClassRecord } from '../classes/classes.ts';
import type { Site } from '../solve/propagation.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { argumentOutlines, type Solving } from './arguments.ts';
import type { Outline } from './outline.ts';
import { outlineOf } from './outlines.ts';

/** Instances of one class that are told apart by what they were made with. */
const MOST = 16;

/** What `__init__` derives from its parameters and methods ask for: attribute -> the value stored. */
interface Configuration {
  readonly init: FunctionFacts;
  readonly fields: ReadonlyMap<string, OpId>;
}

/**
 * Instances told apart by the constants they are made with, as far as those decide what methods do: a cache without a
 * place to keep anything, a pool that gives a list and one that gives a generator. By the text of the class alone:
 * attributes that one statement of `__init__` sets and a test of the file asks for. Errs toward missing
 * what an instance does whose attribute is set from outside.
 */
export class Configurations {
  private readonly known = new Map<Token, Configuration | undefined>();
  private readonly instances = new Map<Token, Map<string, Token>>();
  private readonly fields = new Map<Token, ReadonlyMap<string, Outline>>();

  /**
   * The instance that a call makes; undefined: nothing tells it apart.
   *
   * @param own the instance that stands for this call alone, where there is one
   */
  instanceAt(f: Solving, record: ClassRecord, site: Site, own: Token | undefined): Token | undefined {
    const configuration = this.of(record);
    if (!configuration) return own;
    const { file } = record.activation;
    const parameters = argumentOutlines(f, file.facts, configuration.init, site, 1);
    const fields = new Map<string, Outline>();
    let key = '';
    for (const [name, value] of configuration.fields) {
      const outline = outlineOf(file.facts, f.stores, value, { parameters });
      fields.set(name, outline);
      if (outline !== undefined)
        key += `${name} ${outline.kind} ${'value' in outline ? outline.value : ''}\n`;
    }
    if (key === '') return own;
    const instance = own ?? this.made(f, record.token, key);
    if (instance !== undefined) this.fields.set(instance, fields);
    return instance;
  }

  private made(f: Solving, type: Token, key: string): Token | undefined {
    let made = this.instances.get(type);
    if (!made) {
      made = new Map();
      this.instances.set(type, made);
    }
    const known = made.get(key);
    if (known !== undefined || made.size >= MOST) return known;
    const instance = f.p.values.of(VALUE.instance, type, f.p.newSite() + 1);
    made.set(key, instance);
    return instance;
  }

  /** Whether instances of the class may be told apart. */
  has(record: ClassRecord): boolean {
    return this.of(record) !== undefined;
  }

  /** What is known of the attributes of an instance. */
  fieldsOf(instance: Token): ReadonlyMap<string, Outline> | undefined {
    return this.fields.get(instance);
  }

  private of(record: ClassRecord): Configuration | undefined {
    if (!this.known.has(record.token)) this.known.set(record.token, configurationOf(record));
    return this.known.get(record.token);
  }
}

function configurationOf({ index, activation }: ClassRecord): Configuration | undefined {
  if (index < 0) return undefined;
  const { facts } = activation.file;
  const methods = facts.functions.filter(({ owner }) => owner === index);
  const init = methods.find(({ name }) => name === '__init__');
  if (!init || init.parameters.length < 2) return undefined;
  const asked = attributesAskedFor(facts);
  const stored = new Map<string, OpId[]>();
  for (const method of methods) {
    for (let op = method.start; op < method.end; op++) {
      if (facts.kind[op] !== OP.SetAttribute || facts.a[op] !== method.parameters[0]?.op) continue;
      const name = facts.names[facts.b[op]!]!;
      if (asked.has(name)) stored.set(name, [...(stored.get(name) ?? []), op as OpId]);
    }
  }
  const fields = new Map<string, OpId>();
  for (const [name, ops] of stored) {
    const [op] = ops;
    const isOnly = ops.length === 1 && op! >= init.start && op! < init.end && isSure(facts, op!, init);
    if (isOnly && dependsOnParameter(facts, facts.c[op!]!, 0)) fields.set(name, facts.c[op!] as OpId);
  }
  return fields.size > 0 ? { init, fields } : undefined;
}

/** Whether an op runs wherever the function comes to its end: behind tests that raise or return, at most. */
function isSure(facts: FileFacts, op: OpId, { guard: outer }: FunctionFacts): boolean {
  for (let id = facts.guard[op]!; id !== outer && id !== 0; id = facts.guards[id]!.parent) {
    const { kind, when } = facts.guards[id]!;
    if (kind !== GUARD.test || when) return false;
  }
  return true;
}

const known = new WeakMap<FileFacts, ReadonlySet<string>>();

/** Attributes of whatever that the tests of a file ask for. */
function attributesAskedFor(facts: FileFacts): ReadonlySet<string> {
  let names = known.get(facts);
  if (!names) {
    const found = new Set<string>();
    const visit = (op: number, depth: number): void => {
      if (op < 0 || depth > 4) return;
      switch (facts.kind[op]) {
        case OP.Attribute:
          found.add(facts.names[facts.b[op]!]!);
          return;
        case OP.Boolean:
        case OP.Compare:
          visit(facts.a[op]!, depth + 1);
          return visit(facts.b[op]!, depth + 1);
        case OP.Unary:
          return visit(facts.a[op]!, depth + 1);
        default:
      }
    };
    for (const { kind, condition } of facts.guards) if (kind === GUARD.test) visit(condition, 0);
    names = found;
    known.set(facts, names);
  }
  return names;
}

/** Whether a parameter has a say in a value, as far as outlines look. */
function dependsOnParameter(facts: FileFacts, op: number, depth: number): boolean {
  if (op < 0 || depth > 4) return false;
  const each = (ops: Iterable<number>) => [...ops].some((one) => dependsOnParameter(facts, one, depth + 1));
  switch (facts.kind[op]) {
    case OP.Parameter:
      return true;
    case OP.Boolean:
    case OP.Compare:
      return each([facts.a[op]!, facts.b[op]!]);
    case OP.Unary:
      return each([facts.a[op]!]);
    case OP.Join:
      return each(listOf(facts, facts.b[op]!));
    case OP.Call:
      return each(listOf(facts, facts.b[op]!).filter((_, index) => index % 3 === 2));
    default:
      return false;
  }
}
