import type { Condition, OperandTest, Place } from '../../model/catalogue.ts';
import type { Constant } from '../../model/constant.ts';
import type { Kind, ReadContext } from '../kinds/kind.ts';
import { choice, textOf, wrongType } from '../kinds/scalars.ts';
import { didYouMean } from '../nearest.ts';
import type { TomlEntry, TomlNode } from '../toml/node.ts';

const PLACE = /^(?:arg:\d+|kw:[^\W\d]\w*|self)$/u;

/** Operands of a call. */
export const places: Kind<readonly Place[]> = {
  takes: 'one',
  read: (node, context) => {
    if (node.kind !== 'array')
      return wrongType(node, 'a list of operands, as in ["arg:0", "kw:command"]', context);
    return node.items.flatMap((item) => {
      const written = textOf(item, 'an operand, as in "arg:0" or "kw:command"', context);
      if (written === undefined) return [];
      if (PLACE.test(written)) return [written as Place];
      context.problem(
        item.at,
        `${context.subject} cannot have \`${written}\`; an operand is "arg:N" (from 0), "kw:NAME" or "self"`,
      );
      return [];
    });
  },
  plain: (value) => value,
  schema: { type: 'array', items: { type: 'string', pattern: '^(arg:\\d+|kw:\\w+|self)$' }, minItems: 1 },
};

const TESTS = ['given', 'absent', 'none', 'not-none', 'true', 'false', 'text', 'not-text'] as const;
const test = choice(TESTS);
const KEYS = ['operand', 'is', 'equals', 'default'];
const EXAMPLE = '{ operand = ["arg:1", "kw:shell"], is = "true" }';

const SCALAR = { anyOf: [{ type: 'string' }, { type: 'boolean' }, { type: 'integer' }] };

/** What has to hold of a call: a list of tables, all of which must be true. */
export const conditions: Kind<readonly Condition[]> = {
  takes: 'one',
  read: (node, context) => {
    if (node.kind !== 'array') return wrongType(node, `a list of conditions, as in [${EXAMPLE}]`, context);
    return node.items.flatMap((item) => readCondition(item, context) ?? []);
  },
  plain: (value) => value.map(plainCondition),
  schema: {
    type: 'array',
    minItems: 1,
    items: {
      type: 'object',
      properties: {
        operand: {
          description: 'The operand that is asked about: the first that the call gives.',
          ...places.schema,
        },
        is: { description: 'What it must be.', ...test.schema },
        equals: { description: 'In place of `is`: the constant that it must be.', ...SCALAR },
        default: { description: 'What the callable takes where the call gives none.', ...SCALAR },
      },
      required: ['operand'],
      oneOf: [{ required: ['is'] }, { required: ['equals'] }],
      additionalProperties: false,
    },
  },
};

function readCondition(node: TomlNode, context: ReadContext): Condition | undefined {
  if (node.kind !== 'table') return wrongType(node, `conditions, as in ${EXAMPLE}`, context);
  const { entries, at } = node;
  for (const [key, entry] of entries) {
    if (KEYS.includes(key)) continue;
    context.problem(
      entry.at,
      `there is no key \`${key}\` in a condition${didYouMean(key, KEYS)}; there are ${KEYS.join(', ')}`,
    );
  }
  const [operand, is, equals] = [entries.get('operand'), entries.get('is'), entries.get('equals')];
  if (!operand || (is === undefined) === (equals === undefined)) {
    context.problem(
      at,
      `${context.subject} wants \`operand\` and one of \`is\` and \`equals\`, as in ${EXAMPLE}`,
    );
    return undefined;
  }
  const of = (key: string): ReadContext => ({
    ...context,
    subject: `${context.subject.slice(0, -1)}.${key}\``,
  });
  const asked = places.read(operand.value, of('operand'));
  const wanted: OperandTest | undefined = is
    ? test.read(is.value, of('is'))
    : equalTo(constantOf(equals!, of('equals')));
  const given = entries.get('default');
  const otherwise = given && constantOf(given, of('default'));
  if (asked === undefined || wanted === undefined) return undefined;
  return { operand: asked, is: wanted, ...(otherwise === undefined ? {} : { default: otherwise }) };
}

const equalTo = (constant: Constant | undefined): OperandTest | undefined => constant && { equals: constant };

function constantOf({ value }: TomlEntry, context: ReadContext): Constant | undefined {
  switch (value.kind) {
    case 'string':
      return { kind: 'str', value: value.value };
    case 'boolean':
      return { kind: 'bool', value: value.value };
    case 'integer':
      return { kind: 'int', value: value.value };
    default:
      return wrongType(value, 'a text, a whole number, or true or false', context);
  }
}

function plainCondition(condition: Condition): unknown {
  if (!('operand' in condition)) return condition;
  const { operand, is, default: otherwise } = condition;
  const scalar = (constant: Constant) => ('value' in constant ? constant.value : undefined);
  return {
    operand,
    ...(typeof is === 'object' && 'equals' in is ? { equals: scalar(is.equals) } : { is }),
    ...(otherwise === undefined ? {} : { default: scalar(otherwise) }),
  };
}
