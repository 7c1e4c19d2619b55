import * as K from '../../../src/parse/kind-numbers.ts';
import {
  binaryShape,
  callShape,
  innerExpression,
  memberShape,
  type NodeId,
} from '../../../src/parse/nodes.ts';
import { parse } from '../../../src/parse/parse.ts';
import type { Found, StubLibrary } from './library.ts';
import type { Definition, Scope } from './stub.ts';
import { substitute, union } from './type-forms.ts';

const UNKNOWN = '?';
const DEEPEST = 12;

/** Names of `typing` that mean other classes. */
const SAME_AS: Readonly<Record<string, string>> = {
  List: 'list',
  Dict: 'dict',
  Set: 'set',
  FrozenSet: 'frozenset',
  Tuple: 'tuple',
  Deque: 'collections.deque',
  DefaultDict: 'collections.defaultdict',
  OrderedDict: 'collections.OrderedDict',
  Counter: 'collections.Counter',
  ChainMap: 'collections.ChainMap',
  TypedDict: 'dict',
  LiteralString: 'str',
};
/** Forms that say nothing of values. */
const SAYS_NOTHING = new Set(
  'Any NoReturn Never Concatenate Unpack TypeVarTuple ParamSpec Protocol Generic TypeForm'.split(' '),
);
/** Forms around a type that do not change it. */
const UNWRAPPED = new Set('Annotated ClassVar Final Required NotRequired ReadOnly'.split(' '));
const SPECIAL = new Set(
  'Optional Union Literal Callable Type Self TypeGuard TypeIs TypeAlias'
    .split(' ')
    .concat(Object.keys(SAME_AS), [...SAYS_NOTHING], [...UNWRAPPED]),
);

/** Writes type expressions of stubs in the form of `src/stdlib/types/type.ts`. */
export class TypeWriter {
  private readonly library: StubLibrary;
  private readonly aliases = new Map<Definition, string>();

  constructor(library: StubLibrary) {
    this.library = library;
  }

  /** @throws Error for a form that stubs are not known to have */
  text(scope: Scope, node: NodeId, depth = 0): string {
    if (node < 0 || depth > DEEPEST) return UNKNOWN;
    const { table } = scope.stub;
    switch (table.name(node)) {
      case 'None':
        return '-';
      case 'Ellipsis':
        return UNKNOWN;
      case 'String':
        return this.quoted(scope, table.slice(node), depth);
      case 'ParenthesizedExpression':
        return this.text(scope, innerExpression(table, node), depth);
      case 'ArrayExpression':
      case 'TupleExpression':
        return UNKNOWN;
      case 'BinaryExpression': {
        const { left, operator, right } = binaryShape(table, node);
        if (operator !== '|') throw new Error(`${scope.stub.module}: a type with ${operator}`);
        return union([this.text(scope, left, depth + 1), this.text(scope, right, depth + 1)]);
      }
      case 'VariableName':
        return this.named(scope, this.library.lookUp(scope, table.slice(node)), [], depth, table.slice(node));
      case 'MemberExpression':
        return this.member(scope, node, depth);
      case 'CallExpression':
        return UNKNOWN;
      default:
        throw new Error(`${scope.stub.module}: a type that is ${table.name(node)}: ${table.slice(node)}`);
    }
  }

  private quoted(scope: Scope, quoted: string, depth: number): string {
    const text = quoted.replace(/^\w*["']{1,3}|["']{1,3}$/g, '');
    const { table } = parse(`${text}\n`);
    const statement = table.firstChild(0 as NodeId);
    // names mean what they mean around the text
    const inner: Scope = { ...scope, stub: { ...scope.stub, table }, parent: scope, names: new Map() };
    return this.text(inner, table.firstChild(statement), depth + 1);
  }

  private member(scope: Scope, node: NodeId, depth: number): string {
    const { table } = scope.stub;
    const shape = memberShape(table, node);
    if (shape.attribute !== undefined)
      return this.named(scope, this.dotted(scope, node), [], depth, table.slice(node));
    const items = (shape.subscript?.slices ?? []).map(({ value }) => value);
    const head = this.dotted(scope, shape.object);
    return this.named(scope, head, items, depth, table.slice(shape.object));
  }

  /** The definition that `a.b.C` leads to. */
  dotted(scope: Scope, node: NodeId): Found | undefined {
    const { table } = scope.stub;
    if (table.is(node, K.VariableName)) return this.library.lookUp(scope, table.slice(node));
    if (!table.is(node, K.MemberExpression)) return undefined;
    const { object, attribute } = memberShape(table, node);
    if (attribute === undefined) return undefined;
    const owner = this.dotted(scope, object);
    const name = table.slice(attribute);
    if (owner?.definition.kind === 'class') return this.library.member(owner.definition.scope, name);
    if (owner?.definition.kind !== 'module') return undefined;
    const stub = this.library.stubs.get(owner.definition.module);
    const found = stub && this.library.member(stub.scope, name);
    if (found) return found;
    const module = `${owner.definition.module}.${name}`;
    if (!this.library.stubs.has(module)) return undefined;
    return { scope, name, definition: { kind: 'module', module, targets: owner.definition.targets } };
  }

  private named(
    scope: Scope,
    found: Found | undefined,
    items: readonly NodeId[],
    depth: number,
    spelled: string,
  ): string {
    if (!found) {
      const last = spelled.slice(spelled.lastIndexOf('.') + 1);
      const around = this.parameter(scope, last);
      if (around) return `~${last}`;
      return UNKNOWN;
    }
    const { stub } = found.scope;
    const fromTyping = stub.module === 'typing' || stub.module === 'typing_extensions';
    if (fromTyping && SPECIAL.has(found.name) && found.scope.path === '') {
      return this.special(scope, found.name, items, depth);
    }
    const args = () => items.map((item) => this.text(scope, item, depth + 1));
    switch (found.definition.kind) {
      case 'class': {
        const path = found.definition.scope.path;
        const name = this.library.publicName(stub, path);
        const variadic = items[1] !== undefined && scope.stub.table.is(items[1], K.Ellipsis);
        return this.classText(name, found.definition.scope, args(), variadic);
      }
      case 'variable':
        return this.aliased(found, items.length > 0 ? args() : [], depth);
      default:
        return UNKNOWN;
    }
  }

  private parameter(scope: Scope, name: string): boolean {
    for (let at: Scope | undefined = scope; at; at = at.parent) if (at.parameters.includes(name)) return true;
    return false;
  }

  private classText(name: string, scope: Scope, args: readonly string[], variadic: boolean): string {
    if (scope.stub.module === 'builtins') {
      const [only] = args;
      if (name === 'builtins.object') return UNKNOWN;
      if (name === 'builtins.type') return only === undefined || only === UNKNOWN ? 'type' : `^${only}`;
      if (name === 'builtins.tuple') return tupleText(args, variadic);
    }
    if (name === '_typeshed.Incomplete' || name === '_typeshed.Unused') return UNKNOWN;
    const short = name.startsWith('builtins.') ? name.slice('builtins.'.length) : name;
    return args.every((arg) => arg === UNKNOWN) ? short : `${short}[${args.join(',')}]`;
  }

  private aliased({ scope, name, definition }: Found, args: readonly string[], depth: number): string {
    if (definition.kind !== 'variable') return UNKNOWN;
    const { table } = scope.stub;
    const { annotation, value } = definition;
    if (value < 0) return UNKNOWN;
    if (table.is(value, K.CallExpression)) {
      const callee = table.slice(callShape(table, value).callee).replace(/^.*\./, '');
      if (callee === 'TypeVar') return `~${name}`;
      return UNKNOWN;
    }
    if (annotation >= 0 && !/TypeAlias$/.test(table.slice(annotation))) return UNKNOWN;
    let text = this.aliases.get(definition);
    if (text === undefined) {
      // an alias within itself says nothing more
      this.aliases.set(definition, UNKNOWN);
      text = this.text(scope, value, depth + 1);
      this.aliases.set(definition, text);
    }
    return substitute(text, args);
  }

  private special(scope: Scope, name: string, items: readonly NodeId[], depth: number): string {
    const { table } = scope.stub;
    const [first] = items;
    const one = () => (first === undefined ? UNKNOWN : this.text(scope, first, depth + 1));
    const same = SAME_AS[name];
    if (same !== undefined) {
      const args = items
        .filter((item) => !table.is(item, K.Ellipsis))
        .map((item) => this.text(scope, item, depth + 1));
      if (same === 'tuple')
        return tupleText(
          items.map((item) => this.text(scope, item, depth + 1)),
          table.is(items[1] ?? (-1 as NodeId), K.Ellipsis),
        );
      return args.every((arg) => arg === UNKNOWN) ? same : `${same}[${args.join(',')}]`;
    }
    if (SAYS_NOTHING.has(name)) return UNKNOWN;
    if (UNWRAPPED.has(name)) return one();
    switch (name) {
      case 'Optional':
        return union([one(), '-']);
      case 'Union':
        return union(items.map((item) => this.text(scope, item, depth + 1)));
      case 'Literal':
        return this.literal(scope, items);
      case 'Callable': {
        const result = items[1];
        return `&${result === undefined ? UNKNOWN : this.text(scope, result, depth + 1)}`;
      }
      case 'Type':
        return first === undefined || one() === UNKNOWN ? 'type' : `^${one()}`;
      case 'Self':
        return '@';
      case 'TypeGuard':
      case 'TypeIs':
        return 'bool';
      default:
        return UNKNOWN;
    }
  }

  private literal(scope: Scope, items: readonly NodeId[]): string {
    const { table } = scope.stub;
    const values: string[] = [];
    for (const item of items) {
      const text = table.slice(item);
      if (table.is(item, K.StringLiteral) && /^[a-z]*(['"])[^'"\\{}|,<>]*\1$/i.test(text)) {
        values.push(text.replace(/"/g, "'"));
      } else if (/^-?\d+$|^True$|^False$/.test(text)) values.push(text);
      else if (text === 'None')
        return union([
          '-',
          this.literal(
            scope,
            items.filter((other) => other !== item),
          ),
        ]);
      else if (table.is(item, K.StringLiteral)) return /^b/.test(text) ? 'bytes' : 'str';
      else return UNKNOWN;
    }
    return values.length === 0 ? UNKNOWN : `{${values.join('|')}}`;
  }
}

/** `tuple[A, B]`, `tuple[A, ...]`, `tuple`. */
function tupleText(args: readonly string[], variadic: boolean): string {
  if (args.length === 0) return 'tuple';
  if (variadic) return args[0] === UNKNOWN ? 'tuple' : `tuple[${args[0]}]`;
  return `(${args.join(',')})`;
}
