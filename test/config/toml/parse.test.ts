import { describe, expect, it } from 'vitest';
import type { TomlNode } from '../../../src/config/toml/node.ts';
import { parseToml } from '../../../src/config/toml/parse.ts';

/** Every key and value by its path, with the places of both: `a.b 1:1 = 1:5`. */
function places(text: string): string[] {
  const parsed = parseToml(text);
  if ('reason' in parsed) throw new Error(parsed.reason);
  const rows: string[] = [];
  const place = ({ at }: { readonly at: { readonly line: number; readonly column: number } }) =>
    `${at.line}:${at.column}`;
  const visit = (node: TomlNode, path: string): void => {
    if (node.kind === 'array') {
      node.items.forEach((item, index) => {
        rows.push(`${path}.${index} ${place(item)} ${item.kind}`);
        visit(item, `${path}.${index}`);
      });
    } else if (node.kind === 'table') {
      for (const [name, entry] of node.entries) {
        const inner = path === '' ? name : `${path}.${name}`;
        rows.push(`${inner} ${place(entry)} = ${place(entry.value)} ${entry.value.kind}`);
        visit(entry.value, inner);
      }
    }
  };
  visit(parsed, '');
  return rows;
}

describe('places of keys and values', () => {
  it.each<[name: string, text: string, rows: readonly string[]]>([
    ['bare keys', 'a = 1\n  b-c=true', ['a 1:1 = 1:5 integer', 'b-c 2:3 = 2:7 boolean']],
    ['quoted keys', `"a.b" = 1\n'c d' = 2`, ['a.b 1:1 = 1:9 integer', 'c d 2:1 = 2:9 integer']],
    ['escapes in keys', String.raw`"\u0061\"\x62\\" = 1`, [String.raw`a"b\ 1:1 = 1:20 integer`]],
    [
      'dotted keys',
      'a . "b".c = 1',
      ['a 1:1 = 1:13 table', 'a.b 1:5 = 1:13 table', 'a.b.c 1:9 = 1:13 integer'],
    ],
    [
      'tables',
      '# [no]\n[a]\nx = 1\n[a.b] # c\ny = 2\n',
      ['a 2:2 = 2:1 table', 'a.x 3:1 = 3:5 integer', 'a.b 4:4 = 4:1 table', 'a.b.y 5:1 = 5:5 integer'],
    ],
    [
      'a table inside another that has no header',
      '[a.b]\n[a]\nx=1',
      ['a 1:2 = 1:1 table', 'a.b 1:4 = 1:1 table', 'a.x 3:1 = 3:3 integer'],
    ],
    [
      'arrays of tables, and tables in them',
      '[[a]]\nx = 1\n[a.b]\ny = 2\n[[a]]\nx = 3\n[a.b]\ny = 4\n[[a.c]]\n[[a.c]]\nz = 5',
      [
        'a 1:3 = 1:1 array',
        'a.0 1:1 table',
        'a.0.x 2:1 = 2:5 integer',
        'a.0.b 3:4 = 3:1 table',
        'a.0.b.y 4:1 = 4:5 integer',
        'a.1 5:1 table',
        'a.1.x 6:1 = 6:5 integer',
        'a.1.b 7:4 = 7:1 table',
        'a.1.b.y 8:1 = 8:5 integer',
        'a.1.c 9:5 = 9:1 array',
        'a.1.c.0 9:1 table',
        'a.1.c.1 10:1 table',
        'a.1.c.1.z 11:1 = 11:5 integer',
      ],
    ],
    [
      'arrays over lines, with comments and a comma at the end',
      'a = [ # one, ]\n  "x", # "y"\n  [1, 2],\n]\nb = 1',
      [
        'a 1:1 = 1:5 array',
        'a.0 2:3 string',
        'a.1 3:3 array',
        'a.1.0 3:4 integer',
        'a.1.1 3:7 integer',
        'b 5:1 = 5:5 integer',
      ],
    ],
    [
      'inline tables',
      'a = { x = 1, "y.z" = [ { w = 2 } ], b.c = "}" }\nd = {}',
      [
        'a 1:1 = 1:5 table',
        'a.x 1:7 = 1:11 integer',
        'a.y.z 1:14 = 1:22 array',
        'a.y.z.0 1:24 table',
        'a.y.z.0.w 1:26 = 1:30 integer',
        'a.b 1:37 = 1:43 table',
        'a.b.c 1:39 = 1:43 string',
        'd 2:1 = 2:5 table',
      ],
    ],
    [
      'texts of every form',
      `a = "\\"#]"\nb = '\\'\nc = """\n"" \\""""""\nd = '''\n'#''''\ne = ""\nf = ''`,
      [
        'a 1:1 = 1:5 string',
        'b 2:1 = 2:5 string',
        'c 3:1 = 3:5 string',
        'd 5:1 = 5:5 string',
        'e 7:1 = 7:5 string',
        'f 8:1 = 8:5 string',
      ],
    ],
    [
      'numbers and dates',
      'a = 3.10 # x\nb = 1_000\nc = 0x1F\nd = 1e3\ne = -inf\nf = 1979-05-27 07:32:00Z\ng = 07:32:00\nh = [1.5,2]',
      [
        'a 1:1 = 1:5 float',
        'b 2:1 = 2:5 integer',
        'c 3:1 = 3:5 integer',
        'd 4:1 = 4:5 float',
        'e 5:1 = 5:5 float',
        'f 6:1 = 6:5 date',
        'g 7:1 = 7:5 date',
        'h 8:1 = 8:5 array',
        'h.0 8:6 float',
        'h.1 8:10 integer',
      ],
    ],
    [
      'Windows line ends and a byte order mark',
      '\uFEFFa = 1\r\n[b]\r\nc = 2\r\n',
      ['a 1:1 = 1:5 integer', 'b 2:2 = 2:1 table', 'b.c 3:1 = 3:5 integer'],
    ],
    ['astral characters', '"\u{1F600}" = "\u{1F600}"', ['\u{1F600} 1:1 = 1:8 string']],
    ['an empty document', '# nothing\n', []],
    [
      'names of Object.prototype',
      'constructor = 1\ntoString = 2',
      ['constructor 1:1 = 1:15 integer', 'toString 2:1 = 2:12 integer'],
    ],
  ])('%s', (_, text, rows) => {
    expect(places(text)).toEqual(rows);
  });

  it.each([
    ['a = 1\na = 2', { line: 2, column: 1 }, 'trying to redefine an already defined table or value'],
    ['a = 1\nb = = 2', { line: 2, column: 5 }, 'invalid value'],
    ['a = "x', { line: 1, column: 5 }, 'unfinished string'],
  ])('tells where %j is no TOML', (text, at, reason) => {
    expect(parseToml(text)).toEqual({ at, reason });
  });
});
