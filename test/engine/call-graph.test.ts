import { expect, test } from 'vitest';
import type { CallGraphSettings } from '../../src/config/settings.ts';
import { callGraphOf } from '../../src/engine/call-graph.ts';
import { adjacency } from '../../src/flow/graph/call-graph.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { ALL_TARGETS, targetMask } from '../../src/model/targets.ts';
import { TABLE } from '../flow/programs.ts';

const APP = `import sys

def sure(): pass
def one(): pass
def two(): pass
def element(): pass

def run(n):
    sure()
    (one if n else two)()
    for f in [element]:
        f()
    if sys.platform == "win32":
        print()
`;

async function calleesOfRun(more: Partial<CallGraphSettings>): Promise<readonly string[]> {
  const settings = { paths: ['.'], targets: ALL_TARGETS, minConfidence: 'low' as const, ...more };
  const { graph } = await callGraphOf(settings, new MemoryHost({ 'src/pkg/__init__.py': APP }), TABLE);
  return adjacency(graph)['pkg.run']!;
}

test('modules are named from their source root', async () => {
  expect(await calleesOfRun({})).toEqual([
    '<builtin>.print',
    'pkg.element',
    'pkg.one',
    'pkg.sure',
    'pkg.two',
  ]);
});

test('edges below the confidence asked for are left out', async () => {
  expect(await calleesOfRun({ minConfidence: 'medium' })).toEqual([
    '<builtin>.print',
    'pkg.one',
    'pkg.sure',
    'pkg.two',
  ]);
  expect(await calleesOfRun({ minConfidence: 'high' })).toEqual(['<builtin>.print', 'pkg.sure']);
});

test('calls that run on none of the targets are left out', async () => {
  const targets = targetMask(['3.12'], ['linux']);
  expect(await calleesOfRun({ targets, versionsGiven: true })).not.toContain('<builtin>.print');
});
