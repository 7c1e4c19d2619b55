import { ARGUMENT, CONTAINER, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Condition, OperandTest, Place } from '../../model/catalogue.ts';
import { type Constant, type ConstantOrUnknown, str } from '../../model/constant.ts';
import { constantPasses } from '../../model/operand-test.ts';
import { evaluate } from '../conditions/constants.ts';
import { isPartialText } from '../constrain/partial-texts.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** An operand of a raising operation: what is known of its value, and whether it is there at all. */
export interface Operand {
  readonly presence: 'given' | 'absent' | 'unknown';
  readonly constant: ConstantOrUnknown;
  readonly tokens: readonly Token[];
}

const UNKNOWN: ConstantOrUnknown = { kind: 'unknown' };
const ABSENT: Operand = { presence: 'absent', constant: UNKNOWN, tokens: [] };

/** Operands of one op, by the places of the catalogue. */
export class Operands {
  private readonly positional: number[] = [];
  private readonly keywords = new Map<string, number>();
  private open = false;
  private stars = 0;
  private lastStar = -1;
  private spreads = 0;
  private lastSpread = -1;
  readonly f: Flow;
  readonly activation: Activation;
  private readonly attribute: string | undefined;
  private readonly receiver: number | undefined;
  private readonly value: number | undefined;

  constructor(f: Flow, activation: Activation, op: number) {
    this.f = f;
    this.activation = activation;
    const { facts } = activation.file;
    switch (facts.kind[op]) {
      case OP.Call:
        this.readCall(op);
        if (facts.kind[facts.a[op]!] === OP.Attribute) this.receiver = facts.a[facts.a[op]!]!;
        break;
      case OP.Attribute:
      case OP.SetAttribute:
      case OP.DeleteAttribute:
        this.receiver = facts.a[op]!;
        this.attribute = facts.names[facts.b[op]!]!;
        if (facts.kind[op] === OP.SetAttribute) this.value = facts.c[op]!;
        break;
      case OP.Item:
      case OP.DeleteItem:
      case OP.SetItem:
        this.receiver = facts.a[op]!;
        this.positional.push(facts.b[op]!);
        if (facts.kind[op] === OP.SetItem) this.positional.push(facts.c[op]!);
        break;
      case OP.Binary:
      case OP.InPlace:
        this.receiver = facts.a[op]!;
        this.positional.push(facts.b[op]!);
        break;
      default:
    }
  }

  private readCall(op: number): void {
    const { facts } = this.activation.file;
    const list = listOf(facts, facts.b[op]!);
    for (let index = 0; index < list.length; index += 3) {
      const value = list[index + 2]!;
      if (list[index] === ARGUMENT.positional && !this.open) this.positional.push(value);
      else if (list[index] === ARGUMENT.keyword) this.keywords.set(facts.names[list[index + 1]!]!, value);
      else {
        this.open = true;
        if (list[index] === ARGUMENT.doubleStar) {
          this.spreads++;
          this.lastSpread = value;
        } else {
          this.stars++;
          this.lastStar = value;
        }
      }
    }
  }

  /** The op behind `**`, where there is one alone. */
  get spread(): number | undefined {
    return this.spreads === 1 ? this.lastSpread : undefined;
  }

  /** The op behind `*`, where it is the one positional argument. */
  get star(): number | undefined {
    return this.stars === 1 && this.positional.length === 0 ? this.lastStar : undefined;
  }

  /** Whether arguments stand behind `*`. */
  get hasStar(): boolean {
    return this.stars > 0;
  }

  /** Operands of the attribute accesses that `getattr(object, name)` may be: one for each constant name. */
  static ofNamedAccess(f: Flow, activation: Activation, op: number): readonly Operands[] {
    const operands = new Operands(f, activation, op);
    const [receiver, name, value] = operands.positional;
    return namesOf(f, activation, name).map((attribute) =>
      Object.assign(Object.create(Operands.prototype) as Operands, operands, {
        receiver,
        value,
        attribute,
        positional: [],
      }),
    );
  }

  get attributeName(): string | undefined {
    return this.attribute;
  }

  get receiverTokens(): readonly Token[] {
    return this.receiver === undefined ? [] : this.tokens(this.receiver);
  }

  /** The first of the places that is given. */
  at(places: readonly Place[]): Operand {
    let unknown = false;
    for (const place of places) {
      const found = this.place(place);
      if (found.presence === 'given') return found;
      if (found.presence === 'unknown') unknown = true;
    }
    return unknown ? { ...ABSENT, presence: 'unknown' } : ABSENT;
  }

  /** The op whose value the first of the places that is given has. */
  opAt(places: readonly Place[]): number | undefined {
    for (const place of places) {
      const op = place.startsWith('kw:')
        ? this.keywords.get(place.slice(3))
        : this.positional[Number(place.slice(4))];
      if (op !== undefined) return op;
    }
    return undefined;
  }

  private place(place: Place): Operand {
    const { positional } = this;
    switch (place) {
      case 'self':
        return this.given(this.receiver);
      case 'value':
        return this.given(this.value);
      case 'attribute':
        if (this.attribute === undefined) return { ...ABSENT, presence: 'unknown' };
        return { presence: 'given', constant: str(this.attribute), tokens: [] };
      case 'args':
        return {
          presence: 'given',
          constant: this.open
            ? UNKNOWN
            : { kind: 'tuple', items: positional.map((op) => evaluate(this.f, this.activation, op)) },
          tokens: [],
        };
      default: {
        const isKeyword = place.startsWith('kw:');
        const index = isKeyword ? 0 : Number(place.slice(4));
        const op = isKeyword
          ? this.keywords.get(place.slice(3))
          : positional[index < 0 ? positional.length + index : index];
        return op === undefined && this.open ? { ...ABSENT, presence: 'unknown' } : this.given(op);
      }
    }
  }

  private given(op: number | undefined): Operand {
    if (op === undefined) return ABSENT;
    return { presence: 'given', constant: evaluate(this.f, this.activation, op), tokens: this.tokens(op) };
  }

  private tokens(op: number): readonly Token[] {
    return this.f.p.solver.at(this.f.p.node(this.activation, op as OpId));
  }

  /** Whether a condition holds: `undefined` where the code cannot tell. */
  decide(condition: Condition): boolean | undefined {
    if ('runtime' in condition) return undefined;
    const operand = this.at(condition.operand);
    if (operand.presence === 'unknown') return undefined;
    if (operand.presence === 'absent') {
      if (condition.default !== undefined) return constantPasses(condition.is, condition.default);
      return condition.is === 'absent';
    }
    if (operand.constant.kind !== 'unknown') return constantPasses(condition.is, operand.constant);
    return this.byTokens(condition.is, operand.tokens);
  }

  /** What the kinds of an operand's values tell where no constant is known. */
  private byTokens(test: OperandTest, tokens: readonly Token[]): boolean | undefined {
    if (test === 'given') return true;
    if (test === 'absent') return false;
    if (tokens.length === 0) return undefined;
    const every = (holds: (token: Token) => boolean) =>
      tokens.every(holds) ? true : tokens.some(holds) ? undefined : false;
    switch (test) {
      case 'text':
        return every((token) => this.isText(token));
      case 'not-text': {
        const text = every((token) => this.isText(token));
        return text === undefined ? undefined : !text;
      }
      case 'tuple':
        return every(
          (token) =>
            this.f.p.values.kind(token) === VALUE.container && this.f.p.values.y(token) === CONTAINER.tuple,
        );
      default:
        // a value of known class may still be None on another way: nothing is decided
        return undefined;
    }
  }

  private isText(token: Token): boolean {
    const { values } = this.f.p;
    if (values.kind(token) === VALUE.text) return true;
    if (values.kind(token) !== VALUE.libraryInstance) return false;
    const type = this.f.p.text(values.x(token));
    return type === 'builtins.str' || type === 'builtins.bytes';
  }
}

function namesOf(f: Flow, activation: Activation, op: number | undefined): readonly string[] {
  if (op === undefined) return [];
  const value: ConstantOrUnknown = evaluate(f, activation, op);
  if (value.kind === 'str') return [(value as Constant & { value: string }).value];
  const { values, solver } = f.p;
  return solver
    .at(f.p.node(activation, op as OpId))
    .filter((token) => values.kind(token) === VALUE.text)
    .map((token) => f.p.text(values.x(token)))
    .filter((text) => !isPartialText(text));
}
