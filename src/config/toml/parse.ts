import { parse, TomlDate, TomlError } from 'smol-toml';
import { locate, type Place, pathKey } from './locate.ts';
import type { Position, TomlEntry, TomlNode } from './node.ts';

/** Where and why a text is no TOML. */
export interface TomlFault {
  readonly at: Position;
  readonly reason: string;
}

/** A TOML document as a table in which everything has its place. A byte order mark may precede it. */
export function parseToml(text: string): Extract<TomlNode, { kind: 'table' }> | TomlFault {
  const document = text.replace(/^\uFEFF/, '');
  try {
    const value = parse(document);
    return tableOf(value, [], new Places(document), { line: 1, column: 1 });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split('\n')[0]!.replace('Invalid TOML document: ', '');
    return { at: { line: error.line, column: error.column }, reason };
  }
}

class Places {
  private readonly text: string;
  private readonly places: ReadonlyMap<string, Place>;
  private readonly lines: number[] = [0];

  constructor(text: string) {
    this.text = text;
    this.places = locate(text);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.lines.push(at + 1);
  }

  of(path: Path): Place {
    const place = this.places.get(pathKey(path));
    if (!place) throw new Error(`no place of ${pathKey(path)} in the configuration`);
    return place;
  }

  source({ from, to }: Place): string {
    return this.text.slice(from, to);
  }

  position(offset: number): Position {
    const after = this.lines.findIndex((start) => start > offset);
    const line = after < 0 ? this.lines.length : after;
    return { line, column: offset - this.lines[line - 1]! + 1 };
  }
}

type Path = readonly (string | number)[];
type Table = Extract<TomlNode, { kind: 'table' }>;

function tableOf(value: object, path: Path, places: Places, at: Position): Table {
  const entries = new Map<string, TomlEntry>();
  for (const [name, inner] of Object.entries(value)) {
    const place = places.of([...path, name]);
    entries.set(name, {
      at: places.position(place.key),
      value: nodeOf(inner, [...path, name], place, places),
    });
  }
  return { kind: 'table', entries, at };
}

function nodeOf(value: unknown, path: Path, place: Place, places: Places): TomlNode {
  const at = places.position(place.from);
  switch (typeof value) {
    case 'string':
      return { kind: 'string', value, at };
    case 'boolean':
      return { kind: 'boolean', value, at };
    case 'number': {
      const text = places.source(place);
      return { kind: /^[+-]?(?:0[box]|[\d_]+$)/.test(text) ? 'integer' : 'float', value, text, at };
    }
    default:
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => {
      const inner = [...path, index];
      return nodeOf(item, inner, places.of(inner), places);
    });
    return { kind: 'array', items, at };
  }
  if (value instanceof TomlDate || typeof value !== 'object' || value === null) return { kind: 'date', at };
  return tableOf(value, path, places, at);
}
