import type { Position, TomlNode } from './node.ts';

const NOWHERE: Position = { line: 1, column: 1 };

/**
 * A value of JavaScript as a configuration file would have it: texts, numbers, booleans, lists and objects; what is
 * undefined in an object is left out.
 *
 * @throws TypeError for anything else, naming where it stands
 */
export function nodeOfValue(value: unknown, path: string): TomlNode {
  const at = NOWHERE;
  switch (typeof value) {
    case 'string':
      return { kind: 'string', value, at };
    case 'boolean':
      return { kind: 'boolean', value, at };
    case 'number':
      return { kind: Number.isInteger(value) ? 'integer' : 'float', value, text: String(value), at };
    case 'object':
      if (value === null) break;
      if (Array.isArray(value))
        return {
          kind: 'array',
          items: value.map((item, index) => nodeOfValue(item, `${path}[${index}]`)),
          at,
        };
      return { kind: 'table', entries: entriesOf(value, path), at };
  }
  const found = value === null ? 'null' : typeof value;
  throw new TypeError(`${path} is ${found}; settings are texts, numbers, booleans, lists and objects`);
}

/** The members of an object that hold something. */
function entriesOf(value: object, path: string): Extract<TomlNode, { kind: 'table' }>['entries'] {
  return new Map(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, { at: NOWHERE, value: nodeOfValue(member, `${path}.${key}`) }]),
  );
}
