// Encodes and decodes the facts of every Python file under a path and compares: `npx tsx bin/dev/round-trip.ts [PATH]`.
// Default: Lib of a pyenv's CPython 3.13. Prints sizes and times; ends with 1 where a file does not come back equal.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { decode as decodeText } from '../../src/discover/decode.ts';
import { decode } from '../../src/facts/decode.ts';
import { encode } from '../../src/facts/encode.ts';
import { TextPool } from '../../src/facts/identifiers.ts';
import { lower } from '../../src/facts/lower.ts';
import { parse } from '../../src/parse/parse.ts';
import { pyenvLibrary } from './python-library.ts';

const KEY = 'round trip';
const root = process.argv[2] ?? pyenvLibrary();
if (root === undefined) throw new Error('there is no tree to run over; name one');

const spent = { lower: 0, encode: 0, decode: 0 };
function timed<T>(part: keyof typeof spent, action: () => T): T {
  const start = performance.now();
  const result = action();
  spent[part] += performance.now() - start;
  return result;
}

const pool = new TextPool();
let files = 0;
let source = 0;
let encoded = 0;
for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.py')) continue;
  const bytes = readFileSync(join(root, name));
  const decodedText = decodeText(bytes);
  if (!('text' in decodedText)) continue;
  const parsed = parse(decodedText.text);
  const facts = timed('lower', () => lower(parsed, pool));
  const buffer = timed('encode', () => encode(facts, KEY));
  const again = timed('decode', () => decode(buffer, KEY));
  files++;
  source += bytes.length;
  encoded += buffer.length;
  const same = Buffer.compare(encode(again, KEY), buffer) === 0 && isDeepStrictEqual(again, facts);
  if (same) continue;
  console.log(`${name}: does not come back equal`);
  process.exitCode = 1;
}
const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
console.log(`${files} files, ${megabytes(source)} of source, ${megabytes(encoded)} of facts`);
console.log(
  Object.entries(spent)
    .map(([part, time]) => `${part} ${time.toFixed(0)} ms`)
    .join(', '),
);
