import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/discover/decode.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0));

describe('decode', () => {
  it.each<[string, string, string]>([
    ['plain UTF-8', 'x = "\xc3\xa9"\n', 'x = "é"\n'],
    ['a byte order mark', '\xef\xbb\xbfx = "\xc3\xa9"\n', 'x = "é"\n'],
    ['a mark and a declaration', '\xef\xbb\xbf# coding: utf-8-sig\n', '# coding: utf-8-sig\n'],
    ['true latin-1', '# coding: latin-1\n"\x80\xe9"\n', '# coding: latin-1\n"\x80é"\n'],
    ['cp1252', '# -*- coding: cp1252 -*-\n"\x80"\n', '# -*- coding: cp1252 -*-\n"€"\n'],
    [
      'the second line',
      '#!/usr/bin/python\n# vim: set fileencoding=koi8-r :\n"\xc1"\n',
      '#!/usr/bin/python\n# vim: set fileencoding=koi8-r :\n"а"\n',
    ],
    ['CR line ends', '# coding: cp1251\r"\xff"\r', '# coding: cp1251\r"я"\r'],
    ['Shift JIS', '# coding: shift_jis\n"\x83\x5c"\n', '# coding: shift_jis\n"ソ"\n'],
    ['nothing', '', ''],
  ])('reads %s', (_, bytes, text) => {
    expect(decode(latin(bytes))).toEqual({ text });
  });

  it.each<[string, string, string, number]>([
    ['bytes that are not UTF-8', 'a\nb\n"\xe9"\n', 'invalid UTF-8', 3],
    ['a lone continuation byte at the end', 'a\r\nb\r\n\x80', 'invalid UTF-8', 3],
    ['an unknown encoding', '# coding: klingon\n', 'unknown encoding', 1],
    ['an encoding that hides code', '# coding: utf-7\n', 'encoding not supported', 1],
    ['bytes the encoding lacks', '# coding: cp1252\n\n"\x81"\n', 'invalid bytes', 3],
    ['more than ASCII', '\n# coding: ascii\n"\xe9"\n', 'invalid bytes', 3],
    ['a NUL byte', 'a = 1\nb = "\0"\n', 'NUL byte', 2],
    ['UTF-16', '\xff\xfea\0', 'NUL byte', 1],
    [
      'a mark that contradicts',
      '\xef\xbb\xbf# coding: cp1252\n',
      'encoding contradicts the byte order mark',
      1,
    ],
  ])('refuses %s', (_, bytes, reason, line) => {
    expect(decode(latin(bytes))).toMatchObject({ reason, line });
  });
});

const versions = `${homedir()}/.pyenv/versions`;
const pythons = existsSync(versions)
  ? readdirSync(versions)
      .filter((name) => /^3\.(8|9|\d\d)\./.test(name))
      .map((name) => `${versions}/${name}/bin/python`)
  : [];

const CHECK = `
import ast, base64, json, sys
out = []
for case in json.load(sys.stdin):
    try:
        tree = ast.parse(base64.b64decode(case))
        out.append([n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)])
    except Exception:
        out.append(None)
print(json.dumps(out))
`;

/** What CPython makes of each program: its string constants, or null where it refuses. */
function ask(python: string, cases: readonly Uint8Array[]): (unknown[] | null)[] {
  const input = JSON.stringify(cases.map((bytes) => Buffer.from(bytes).toString('base64')));
  const run = spawnSync(python, ['-W', 'ignore', '-c', CHECK], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(run.stdout) as (unknown[] | null)[];
}

const HEADS = [
  '# coding: NAME\n',
  '#coding=NAME\n',
  '# -*- coding: NAME -*-\n',
  '\n# coding: NAME\n',
  '\f # coding: NAME\n',
  '"x"\n# coding: NAME\n',
  '\n\n# coding: NAME\n',
  '# coding NAME\n',
  '# coding:\tNAME \n',
  '# encoding: NAME, x\n',
  '\xef\xbb\xbf# coding: NAME\n',
  '# xcoding: utf-8 coding: NAME\n',
  'pass # coding: NAME\n',
];
const NAMES = [
  'utf-8',
  'UTF8',
  'utf_8',
  'utf-8-unix',
  'latin-1',
  'Latin-1-unix',
  'iso-8859-1',
  'iso8859-15',
  'cp1252',
  'windows-1252',
  'cp1251',
  'koi8-r',
  'KOI8_U',
  'mac-roman',
  'ascii',
  'us-ascii',
  'gbk',
  'gb2312',
  'big5',
  'euc-jp',
  'shift_jis',
  'euc-kr',
  'iso-2022-jp',
  'rot13',
  'hex',
  'klingon',
  'cp437',
];
const BODIES = ['"a"\n', '"\xc3\xa9"\n', '"\xe9"\n', '"\x81"\n', '"\xb0\xa1"\n'];

describe.skipIf(pythons.length === 0)('decode against CPython', () => {
  const cases = HEADS.flatMap((head) =>
    NAMES.flatMap((name) => BODIES.map((body) => latin(head.replace('NAME', name) + body))),
  );

  it.each(pythons)('agrees with %s', (python) => {
    const differ: string[] = [];
    ask(python, cases).forEach((constants, index) => {
      const ours = decode(cases[index]!);
      const last = 'text' in ours ? ours.text.slice(0, -1).split('\n').at(-1) : undefined;
      const theirs = constants && `"${constants.at(-1)}"`;
      // The pages of Asian decoders take more than CPython's: text where it refuses is no harm.
      if (
        theirs === null
          ? last !== undefined && !/gb|big5|euc|jis/.test(Buffer.from(cases[index]!).toString('latin1'))
          : last !== theirs
      ) {
        differ.push(`${JSON.stringify(Buffer.from(cases[index]!).toString('latin1'))}: ${last} != ${theirs}`);
      }
    });
    expect(differ).toEqual([]);
  });

  it('takes nearly all that CPython takes of the multi-byte encodings, and mostly as the same characters', () => {
    for (const name of ['gbk', 'gb2312', 'big5', 'euc-jp', 'shift_jis', 'cp932', 'euc-kr']) {
      const pairs: Uint8Array[] = [];
      for (let first = 0x81; first < 0xff; first++) {
        let line = '';
        for (let second = 0x40; second < 0xff; second++)
          if (second !== 0x5c && second !== 0x7f) line += `${String.fromCharCode(first, second)}`;
        for (let at = 0; at < line.length; at += 2)
          pairs.push(latin(`# coding: ${name}\n"${line.slice(at, at + 2)}"`));
      }
      let refused = 0;
      let taken = 0;
      let other = 0;
      ask(pythons.at(-1)!, pairs).forEach((constants, index) => {
        if (!constants) return;
        taken++;
        const ours = decode(pairs[index]!);
        if (!('text' in ours)) refused++;
        else if (ours.text.split('\n')[1] !== `"${constants[0]}"`) other++;
      });
      expect(refused / taken).toBeLessThan(0.04);
      expect(other / taken).toBeLessThan(0.03);
    }
  });
});
