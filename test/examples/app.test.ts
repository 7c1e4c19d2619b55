import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import { analysePaths } from '../../src/engine/analyse.ts';
import { NodeHost } from '../../src/host/node.ts';
import { settings } from '../engine/settings.ts';
import { findInterpreters } from '../rules/examples.ts';
import { ROOT } from '../sources.ts';

const run = promisify(execFile);
const app = join(ROOT, 'examples/app');

/** The events that the program's own hook counts while it tests itself. */
async function recorded(python: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'harbour-'));
  try {
    const file = join(folder, 'events.txt');
    const words = ['-B', '-m', 'harbour', 'selftest', '--events', file];
    const { stdout } = await run(python, words, { cwd: app, env: { ...process.env, TMPDIR: folder } });
    expect(stdout).toContain('all parts work');
    return [...readFileSync(file, 'utf8').matchAll(/^ *\d+ (.+)$/gm)].map((match) => match[1]!);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const interpreters = [...findInterpreters()].filter(([version]) => version !== '3.8');

describe('examples/app', () => {
  it.skipIf(interpreters.length === 0).each(interpreters)(
    'runs under CPython %s and raises over 50 different events',
    async (_version, python) => {
      expect((await recorded(python)).length).toBeGreaterThan(50);
    },
  );

  it('shows the main job: over 30 events found, 20 of them at direct raisers', async () => {
    const report = await analysePaths(settings([app]), new NodeHost(), compileRaisers(rules, libraryValues));
    const direct = new Set(
      report.findings
        .filter(({ kind, provenance }) => kind === 'event' && provenance === 'direct')
        .map(({ event }) => event),
    );
    expect(direct.size).toBeGreaterThanOrEqual(20);
    expect(report.inventory.events.length).toBeGreaterThan(30);
    expect(report.faults).toEqual([]);
    expect(report.limits.filter(({ kind }) => kind === 'syntax')).toEqual([]);
  });
});
