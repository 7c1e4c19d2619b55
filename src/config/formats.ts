/** What a report can be written as; `src/report/formats.ts` has the writer of each. */
export const FORMATS = [
  'text',
  'concise',
  'full',
  'json',
  'jsonl',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'markdown',
] as const;
export type Format = (typeof FORMATS)[number];

/** What a call graph can be written as. */
export const CALL_GRAPH_FORMATS = ['json', 'dot'] as const;
export type CallGraphFormat = (typeof CALL_GRAPH_FORMATS)[number];

/** What rows of the catalogue can be written as. */
export const TABLE_FORMATS = ['text', 'json'] as const;
