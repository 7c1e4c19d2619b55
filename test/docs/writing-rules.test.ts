import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../sources.ts';
import { InstalledGuide } from './installed.ts';

/** What follows the guide alone: the runners are started as it says, and find the files themselves. */
let guide: InstalledGuide;
beforeAll(() => {
  guide = new InstalledGuide('docs/writing-rules.md');
});
afterAll(() => guide.delete());

describe('the plugin of the guide', () => {
  it("passes its tests under Node's own runner", () => {
    const { status, said } = guide.run('--test');
    expect([status, said]).toEqual([0, expect.stringMatching(/^. fail 0$/m)]);
    expect(said).toMatch(/^. (?:pass|tests) [6-9]$/m);
    expect(said).not.toContain('vitest');
  });

  it('passes its tests under Vitest', () => {
    const { status, said } = guide.run(join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run');
    expect([status, said]).toEqual([0, expect.stringContaining('Tests  3 passed')]);
  });
});
