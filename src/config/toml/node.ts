/** Where something stands in a text: line and column from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface TomlEntry {
  /** Of the key. */
  readonly at: Position;
  readonly value: TomlNode;
}

interface Placed {
  readonly at: Position;
}

/** A TOML value and where it stands. */
export type TomlNode = Placed &
  (
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'integer' | 'float'; readonly value: number; readonly text: string }
    | { readonly kind: 'date' }
    | { readonly kind: 'array'; readonly items: readonly TomlNode[] }
    | { readonly kind: 'table'; readonly entries: ReadonlyMap<string, TomlEntry> }
  );

/** As people call a kind of value. */
export const KIND_NAMES: Readonly<Record<TomlNode['kind'], string>> = {
  string: 'a text',
  boolean: 'true or false',
  integer: 'a number',
  float: 'a number with a fraction',
  date: 'a date',
  array: 'a list',
  table: 'a table',
};

/** The value as JSON would have it; a date is `null`. */
export function plainValue(node: TomlNode): unknown {
  switch (node.kind) {
    case 'array':
      return node.items.map(plainValue);
    case 'table':
      return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plainValue(value)]));
    case 'date':
      return null;
    default:
      return node.value;
  }
}
