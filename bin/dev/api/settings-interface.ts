import type { JsonSchema } from '../../../src/config/kinds/kind.ts';

const HEADER = `// Made by bin/dev/generate config from src/config/options; do not edit.

/** Settings by the keys of a configuration file. */
`;

/** No file builds on another where a program passes the settings. */
const OF_FILES = ['extend'];

/** The schema of configuration files as an interface of TypeScript, each key with what it does. */
export function settingsInterface(schema: JsonSchema): string {
  const properties = Object.entries(schema.properties as Properties).filter(
    ([key]) => !OF_FILES.includes(key),
  );
  return `${HEADER}export interface Settings ${members(properties, [], '')}\n`;
}

type Properties = Readonly<Record<string, JsonSchema>>;

function members(
  properties: readonly (readonly [string, JsonSchema])[],
  required: readonly string[],
  indent: string,
): string {
  const inner = `${indent}  `;
  const lines = properties.flatMap(([key, schema]) => {
    const { description } = schema;
    const name = /^[a-z]+$/.test(key) ? key : `'${key}'`;
    return [
      ...(typeof description === 'string' ? [`${inner}/** ${description} */`] : []),
      `${inner}readonly ${name}${required.includes(key) ? '' : '?'}: ${typeOf(schema, inner)};`,
    ];
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

/** @throws Error for a schema that has no row here: add one */
function typeOf(schema: JsonSchema, indent: string): string {
  const { anyOf, enum: choices, type, items, properties, required = [], additionalProperties } = schema;
  if (Array.isArray(anyOf)) return anyOf.map((one: JsonSchema) => typeOf(one, indent)).join(' | ');
  if (Array.isArray(choices)) return choices.map((one) => `'${String(one)}'`).join(' | ');
  switch (type) {
    case 'string':
    case 'boolean':
      return type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array': {
      const item = typeOf((items ?? {}) as JsonSchema, indent);
      return `readonly ${/^[\w.]+$/.test(item) || item.startsWith('{') ? item : `(${item})`}[]`;
    }
    case 'object':
      if (properties)
        return members(Object.entries(properties as Properties), required as readonly string[], indent);
      return `{ readonly [key: string]: ${typeof additionalProperties === 'object' ? typeOf(additionalProperties as JsonSchema, indent) : 'unknown'} }`;
    case undefined:
      return 'unknown';
    default:
      throw new Error(`no type of TypeScript for the schema type ${String(type)}`);
  }
}
