import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { analysePaths } from '../../src/engine/analyse.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { sarif } from '../../src/report/sarif/sarif.ts';
import { TABLE } from '../flow/programs.ts';
import { broken, HAS_MULTITOOL, OFFLINE, PATIENCE } from '../report/multitool.ts';
import { CONTEXT } from '../report/sample.ts';
import { ROOT } from '../sources.ts';
import { settings } from './settings.ts';

const REVISION = '0123456789abcdef0123456789abcdef01234567';
const NOTEBOOK = JSON.stringify({
  cells: [
    { cell_type: 'code', metadata: {}, source: ['import os\n', '!ls\n', 'os.system("é")'], outputs: [] },
  ],
  metadata: {},
  nbformat: 4,
});

/** The example program with a notebook, in a repository with a remote. */
function tree(): Record<string, string> {
  const folder = join(ROOT, 'examples/app');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.(?:py|toml)$/.test(name));
  return {
    ...Object.fromEntries(files.map((name) => [`app/${name}`, readFileSync(join(folder, name), 'utf8')])),
    'app/a b.ipynb': NOTEBOOK,
    'app/bad.py': 'f(',
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/refs/heads/main': `${REVISION}\n`,
    '.git/config': '[remote "origin"]\n\turl = git@github.com:o/r.git\n',
  };
}

describe('SARIF of a whole run', async () => {
  const report = await analysePaths(
    settings(['app'], { minConfidence: 'medium' }),
    new MemoryHost(tree()),
    TABLE,
  );
  const { text } = sarif(report, { ...CONTEXT, rules, gzipSize: (made) => gzipSync(made).length });
  const [run] = (JSON.parse(text) as Log).runs;
  const results = run!.results!;

  it.runIf(HAS_MULTITOOL)('passes the multitool with every rule on', { timeout: PATIENCE }, () => {
    // more results than the multitool's limit, which GitHub has since raised
    const many = results.length > 1000 ? ['GH1004'] : [];
    expect(broken(text)).toEqual([...many, ...OFFLINE]);
  });

  it('places every result in a file below the root, and tells where the files come from', () => {
    expect(results.length).toBeGreaterThan(150);
    for (const { locations } of results) {
      const { artifactLocation, region } = locations![0]!.physicalLocation!;
      expect(artifactLocation).toMatchObject({ uri: expect.stringMatching(/^app\//), uriBaseId: 'SRCROOT' });
      expect(region!.startLine).toBeGreaterThan(0);
    }
    expect(run!.versionControlProvenance).toEqual([
      {
        repositoryUri: 'https://github.com/o/r',
        revisionId: REVISION,
        branch: 'main',
        mappedTo: { uriBaseId: 'SRCROOT' },
      },
    ]);
  });

  it('ends each way at the raiser, and links the places on it from the message', () => {
    const events = results.filter(({ ruleId }) => !ruleId!.startsWith('PYA9'));
    for (const { codeFlows, relatedLocations = [], message } of events) {
      const steps = codeFlows![0]!.threadFlows[0]!.locations;
      expect(steps.at(-1)!.location!.message!.text).not.toBe('');
      for (const { id } of relatedLocations) expect(message.text).toContain(`](${id})`);
    }
  });

  it('tells what could not be seen', () => {
    const said = run!.invocations![0]!.toolExecutionNotifications!.map(({ message }) => message.text!);
    expect(said.some((one) => one.startsWith('Syntax error'))).toBe(true);
    expect(run!.invocations![0]!.executionSuccessful).toBe(true);
  });
});
