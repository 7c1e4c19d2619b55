import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { FileContent } from '../../src/cli/io.ts';
import { writeOutput } from '../../src/cli/outputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'pyaudit-outputs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const io = { writeFile: (path: string, content: FileContent) => writeFile(path, content) };
const failure = (path: string) => writeOutput(io, 'the json report', path, '{}');

describe('a report that cannot be written', () => {
  it('says what to do', async () => {
    const missing = join(folder, 'no/such/a.json');
    await expect(failure(missing)).rejects.toThrow(
      `the json report cannot be written to ${missing}: its folder does not exist; create it first, as in \`mkdir -p ${join(folder, 'no/such')}\``,
    );
    await expect(failure(folder)).rejects.toThrow('it is a folder; name a file in it');
    await writeFile(join(folder, 'file'), '');
    await expect(failure(join(folder, 'file/a.json'))).rejects.toThrow('part of the path is a file');
  });
});
