import { ALL_TARGETS } from '../../../src/model/targets.ts';
import * as K from '../../../src/parse/kind-numbers.ts';
import {
  type ArgumentShape,
  argumentsOf,
  classShape,
  functionShape,
  type NodeId,
  type ParameterShape,
} from '../../../src/parse/nodes.ts';
import type { StubLibrary } from './library.ts';
import type { Definition, Scope, Stub } from './stub.ts';
import { union, variables } from './type-forms.ts';
import type { TypeWriter } from './type-text.ts';

const UNKNOWN = '?';
type Of<K extends Definition['kind']> = Extract<Definition, { kind: K }>;

/** Writes stubs as the lines that `src/stdlib/types/` reads; see there for the form. */
export class Emitter {
  private readonly library: StubLibrary;
  private readonly types: TypeWriter;

  constructor(library: StubLibrary, types: TypeWriter) {
    this.library = library;
    this.types = types;
  }

  module(stub: Stub): string {
    const lines: string[] = [];
    for (const { module, targets } of stub.stars) lines.push(`*${module}${mask(targets)}`);
    for (const [name, definitions] of stub.scope.names) {
      if (name === '__all__' || name === '__slots__') continue;
      for (const line of this.definitions(stub.scope, name, definitions, lines)) lines.push(line);
    }
    return lines.join('\n');
  }

  /** Lines of one name; classes go to `classes`, one line each. */
  private definitions(
    scope: Scope,
    name: string,
    definitions: readonly Definition[],
    classes: string[],
  ): string[] {
    const found: string[] = [];
    const functions = definitions.filter((one): one is Of<'function'> => one.kind === 'function');
    if (functions.length > 0) found.push(...this.functions(scope, name, functions));
    for (const one of definitions) {
      switch (one.kind) {
        case 'class': {
          classes.push(this.class_(one));
          if (scope.parent) found.push(`i${name}${mask(one.targets)} ${scope.stub.module}.${one.scope.path}`);
          break;
        }
        case 'from': {
          if (isPrivateImport(scope, name, one)) break;
          found.push(`i${name}${mask(one.targets)} ${one.module}.${one.name}`);
          break;
        }
        case 'module':
          if (!scope.stub.module.startsWith('_') && this.library.stubs.has(one.module)) {
            found.push(`i${name}${mask(one.targets)} ${one.module}`);
          }
          break;
        case 'variable': {
          const line = this.variable(scope, name, one);
          if (line !== undefined) found.push(line);
          break;
        }
        case 'function':
      }
    }
    return found;
  }

  private variable(scope: Scope, name: string, one: Of<'variable'>): string | undefined {
    const { table } = scope.stub;
    const annotation = one.annotation >= 0 ? table.slice(one.annotation) : '';
    const alias = annotation === '' || /TypeAlias$/.test(annotation);
    if (alias && one.value >= 0) {
      // another name of a class, function or module: `Lock = _thread.lock`
      const target = this.types.dotted(scope, one.value);
      if (target && target.definition.kind === 'module') {
        return `i${name}${mask(one.targets)} ${target.definition.module}`;
      }
      if (target && target.definition.kind !== 'variable') {
        const path = target.scope.path ? `${target.scope.path}.` : '';
        return `i${name}${mask(one.targets)} ${target.scope.stub.module}.${path}${target.name}`;
      }
      const again = target?.definition.kind === 'variable' && target.definition.annotation < 0;
      if (again && table.is(one.value, K.MemberExpression)) {
        return `i${name}${mask(one.targets)} ${target.scope.stub.module}.${target.name}`;
      }
      if (annotation !== '' || !table.is(one.value, K.NumberLiteral)) return undefined;
      return `v${name}${mask(one.targets)} int`;
    }
    const text = withoutLiterals(this.types.text(scope, one.annotation));
    return `v${name}${mask(one.targets)} ${text}`;
  }

  private functions(scope: Scope, name: string, all: readonly Of<'function'>[]): string[] {
    const lines: string[] = [];
    const byTargets = new Map<number, Of<'function'>[]>();
    for (const one of all) byTargets.set(one.targets, [...(byTargets.get(one.targets) ?? []), one]);
    for (const [targets, same] of byTargets) {
      const getters = same.filter(({ decorators }) => !decorators.some((d) => /\.(setter|deleter)$/.test(d)));
      const [first] = getters;
      if (!first) continue;
      const has = (pattern: RegExp) => first.decorators.some((decorator) => pattern.test(decorator));
      const kind = has(
        /(^|\.)(cached_)?property$|(^|\.)abstractproperty$|^_magic_enum_attr$|^types\.DynamicClassAttribute$/,
      )
        ? 'p'
        : has(/^classmethod$/)
          ? 'k'
          : has(/^staticmethod$/) || (scope.parent && name === '__new__' && false)
            ? 's'
            : 'd';
      let texts = [
        ...new Set(
          getters.map(({ node }) => this.signature(scope, node, kind, kind !== 'p' && getters.length > 1)),
        ),
      ];
      const results = new Set(texts.map((text) => text.slice(text.lastIndexOf(')') + 1)));
      // overloads that agree on a plain result need no picking
      if (
        texts.length > 1 &&
        results.size === 1 &&
        /^[\w.?-]+$/.test([...results][0]!) &&
        !texts.some((text) => /[!~]/.test(text))
      ) {
        texts = [`(*args,**kwargs)${[...results][0]}`];
      }
      lines.push(`${kind}${name}${mask(targets as Definition['targets'])} ${texts.join(';')}`);
    }
    return lines;
  }

  private signature(scope: Scope, node: NodeId, kind: string, detailed: boolean): string {
    const { table } = scope.stub;
    const shape = functionShape(table, node);
    let result = withoutLiterals(this.types.text(scope, shape.returns));
    if (shape.async) result = `types.CoroutineType[?,?,${result}]`;
    if (kind === 'p') return result;
    const given = scope.parent && kind !== 's' ? shape.parameters.slice(1) : shape.parameters;
    const receiver = scope.parent && kind !== 's' ? shape.parameters[0] : undefined;
    const needed = new Set(variables(result));
    const parts: string[] = [];
    const own = receiver && receiver.annotation >= 0 ? this.types.text(scope, receiver.annotation) : UNKNOWN;
    if (/^~/.test(own) && result.includes(own)) result = result.replaceAll(own, '@').replaceAll('^@', '^@');
    else if (own !== UNKNOWN && !/^~|^\^/.test(own) && own !== shortName(scope)) parts.push(`!:${own}`);
    let positionalOnly = given.some(({ kind: k }) => k === 'positional-only');
    let keywordOnly = false;
    for (const parameter of given) {
      if (positionalOnly && parameter.kind !== 'positional-only') {
        parts.push('/');
        positionalOnly = false;
      }
      if (parameter.kind === 'star') keywordOnly = true;
      if (parameter.kind === 'keyword-only' && !keywordOnly) {
        parts.push('*');
        keywordOnly = true;
      }
      parts.push(this.parameter(scope, parameter, detailed, needed));
    }
    if (positionalOnly) parts.push('/');
    return `(${parts.join(',')})${result}`;
  }

  /** The type stays where it picks an overload or binds a type variable. */
  private parameter(
    scope: Scope,
    shape: ParameterShape,
    detailed: boolean,
    needed: ReadonlySet<string>,
  ): string {
    const star = shape.kind === 'star' ? '*' : shape.kind === 'double-star' ? '**' : '';
    const type = this.types.text(scope, shape.annotation);
    const binds = variables(type).length > 0;
    const kept = type !== UNKNOWN && (detailed || binds || needed.size < 0);
    return `${star}${parameterName(scope, shape)}${shape.default >= 0 ? '=' : ''}${kept ? `:${type}` : ''}`;
  }

  private class_(one: Of<'class'>): string {
    const { scope } = one;
    const { table } = scope.stub;
    const shape = classShape(table, one.node);
    const given = shape.arguments >= 0 ? argumentsOf(table, shape.arguments) : [];
    const bases = given.filter((argument: ArgumentShape) => argument.kind === 'positional');
    const texts: string[] = [];
    const parameters: string[] = [];
    let declared = false;
    for (const { value } of bases) {
      const text = this.baseText(scope, value);
      if (text.generic) {
        declared = true;
        parameters.unshift(...text.variables);
      } else texts.push(text.text);
      if (!declared) parameters.push(...text.variables);
    }
    const members: string[] = [];
    const nested: string[] = [];
    for (const [name, definitions] of scope.names) {
      if (name === '__slots__' || name === '__match_args__' || name === '__hash__') continue;
      members.push(...this.definitions(scope, name, definitions, nested));
    }
    const line = [
      `c${scope.path}${mask(one.targets)}`,
      [...new Set(parameters)].join(','),
      texts.filter((text) => text !== UNKNOWN).join(';'),
      ...members,
    ].join('\t');
    return [line, ...nested].join('\n');
  }

  /** A base; `Generic[T]` and `Protocol[T]` only give the parameters their order. */
  private baseText(scope: Scope, node: NodeId) {
    const { table } = scope.stub;
    const spelled = table.slice(node);
    const generic = /^(typing\.|typing_extensions\.)?(Generic|Protocol)\b/.test(spelled);
    if (generic) {
      const names = [...spelled.matchAll(/(\w+)(?=[,\]])/g)].map(([, name]) => name!);
      return { generic: names.length > 0, text: UNKNOWN, variables: names };
    }
    const outer = scope.parent ?? scope;
    const text = this.types.text(outer, node);
    return { generic: false, text: union([text]), variables: variables(text) };
  }
}

/** Names that a stub imports for its own use: without `as`, and from a place that has nothing to hand on. */
function isPrivateImport(scope: Scope, name: string, one: Of<'from'>): boolean {
  if (scope.parent) return false;
  if (one.name !== name) return false;
  return (
    /^(typing|typing_extensions|_typeshed|collections\.abc|__future__)$/.test(one.module) &&
    scope.stub.module !== 'typing' &&
    !/^_?collections/.test(scope.stub.module)
  );
}

/** The name stands first behind the stars. */
const parameterName = ({ stub }: Scope, { node }: ParameterShape): string =>
  /\w+/.exec(stub.table.slice(node))![0];

/** A class as its own stub writes it in types. */
const shortName = ({ stub, path }: Scope): string =>
  stub.module === 'builtins' ? path : `${stub.module}.${path}`;

/** What is given has the class of its literals. */
const withoutLiterals = (text: string): string =>
  text.replace(/\{([^}]*)\}/g, (_, values: string) =>
    union(
      values.split('|').map((value) => (/^'/.test(value) ? 'str' : /^[TF]/.test(value) ? 'bool' : 'int')),
    ),
  );

const mask = (targets: number): string => (targets === ALL_TARGETS ? '' : `@${targets.toString(36)}`);
