import type { EventRule } from '../../src/model/catalogue.ts';
import { str } from '../../src/model/constant.ts';

export const compileEvent: EventRule = {
  code: 'PYA1102',
  event: 'compile',
  category: 'code-execution',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'source' }, { name: 'filename' }],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'builtins.compile',
      of: 'function',
      map: { source: ['arg:0', 'kw:source'], filename: ['arg:1', 'kw:filename'] },
      returns: 'types.CodeType',
    },
    {
      kind: 'call',
      api: 'builtins.exec',
      of: 'function',
      when: [{ operand: ['arg:0'], is: 'text' }],
      map: { source: ['arg:0'], filename: { from: [], default: str('<string>') } },
    },
    {
      kind: 'call',
      api: 'builtins.eval',
      of: 'function',
      when: [{ operand: ['arg:0'], is: 'text' }],
      map: { source: ['arg:0'], filename: { from: [], default: str('<string>') } },
    },
    {
      kind: 'call',
      api: '_symtable.symtable',
      of: 'function',
      map: { source: ['arg:0'], filename: ['arg:1'] },
    },
    {
      kind: 'call',
      api: 'parser.suite',
      of: 'function',
      targets: '3.8-3.9',
      map: { source: ['arg:0', 'kw:source'], filename: null },
    },
    {
      kind: 'call',
      api: 'parser.expr',
      of: 'function',
      targets: '3.8-3.9',
      map: { source: ['arg:0', 'kw:source'], filename: null },
    },
    {
      kind: 'interpreter',
      moment: 'run',
      api: 'main script, -c, interactive input',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
