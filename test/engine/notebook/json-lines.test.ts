import { describe, expect, it } from 'vitest';
import { eachString, jsonLines, jsonOffset } from '../../../src/engine/notebook/json-lines.ts';

const strings = (value: unknown, indent?: number) => {
  const json = JSON.stringify(value, null, indent);
  const found: [string, string][] = [];
  eachString(json, (path, quote) =>
    found.push([
      path.join('.'),
      jsonLines(json, quote)
        .map(({ text }) => text)
        .join('\n'),
    ]),
  );
  return found;
};

describe('strings of a JSON text', () => {
  it.each([undefined, 1])('are found where they stand (indent %s)', (indent) => {
    const value = { a: ['x', { 'k"\\': 'q"\\\\' }, [], {}, 1.5, null, true], b: 'é\t\u2028', '': '' };
    expect(strings(value, indent)).toEqual([
      ['a.0', 'x'],
      ['a.1.k"\\', 'q"\\\\'],
      ['b', 'é\t\u2028'],
      ['', ''],
    ]);
    expect(strings('alone')).toEqual([['', 'alone']]);
  });
});

describe('lines of a string', () => {
  it('lead back to the JSON text, over every escape', () => {
    const text = 'a = "\\t\u00e9"\n\nb\t= 1\n';
    const json = `"${JSON.stringify(text).slice(1, -1).replace('é', '\\u00e9')}"`;
    const lines = jsonLines(json, 0);
    expect(lines.map((line) => line.text)).toEqual(['a = "\\t\u00e9"', '', 'b\t= 1']);
    const [first, , third] = lines;
    expect(json.slice(jsonOffset(first!, 4), jsonOffset(first!, 9))).toBe('\\"\\\\t\\u00e9\\"');
    expect(json.slice(jsonOffset(third!, 2), jsonOffset(third!, 5))).toBe('= 1');
    expect(jsonLines('""', 0).map((line) => line.text)).toEqual(['']);
  });
});
