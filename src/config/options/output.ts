import { CATEGORIES, type Category } from '../../model/catalogue.ts';
import { CONFIDENCES } from '../../model/finding.ts';
import { STATISTICS_BY } from '../../model/statistics.ts';
import { CALL_GRAPH_FORMATS, FORMATS, TABLE_FORMATS } from '../formats.ts';
import { list } from '../kinds/list.ts';
import { outputs } from '../kinds/outputs.ts';
import { choice, onOff, path, text } from '../kinds/scalars.ts';
import { option } from './option.ts';

const NO_FILES = 'configuration writes no files';
const ONE_COMMAND = 'it is for one command alone';
const MEASURING = 'it is for one run';

/** How results are written, and what else a run tells. */
export const output = {
  format: option({
    group: 'output',
    commands: ['check'],
    kind: choice(FORMATS, 'FORMAT'),
    describe: 'format on standard output',
    default: 'text',
  }),
  output: option({
    group: 'output',
    commands: ['check'],
    kind: outputs(FORMATS),
    describe: 'also write a report to a file',
    default: [],
    otherwise: 'none',
    flagOnly: NO_FILES,
  }),
  statistics: option({
    group: 'output',
    commands: ['check'],
    kind: list(choice(STATISTICS_BY, 'BY')),
    describe: 'count the findings in place of listing them',
    default: [],
    otherwise: 'they are listed; alone: by event',
    bare: 'event',
    flagOnly: MEASURING,
  }),
  timing: option({
    group: 'output',
    commands: ['check', 'callgraph'],
    kind: onOff,
    describe: 'on standard error: time and memory of each stage, and how many calls were followed',
    default: false,
    flagOnly: MEASURING,
  }),
  'graph-format': option({
    group: 'output',
    commands: ['callgraph'],
    flag: 'format',
    kind: choice(CALL_GRAPH_FORMATS, 'FORMAT'),
    describe: 'format on standard output',
    default: 'json',
    flagOnly: ONE_COMMAND,
  }),
  'graph-output': option({
    group: 'output',
    commands: ['callgraph'],
    flag: 'output',
    kind: outputs(CALL_GRAPH_FORMATS),
    describe: 'also write the graph to a file, as in dot=calls.dot',
    default: [],
    otherwise: 'none',
    flagOnly: NO_FILES,
  }),
  'edge-confidence': option({
    group: 'shown',
    commands: ['callgraph'],
    flag: 'min-confidence',
    kind: choice(CONFIDENCES, 'GRADE'),
    describe: 'edges of this confidence and up',
    default: 'low',
    flagOnly: ONE_COMMAND,
  }),
  'event-confidence': option({
    group: 'shown',
    commands: ['api'],
    flag: 'min-confidence',
    kind: choice(CONFIDENCES, 'GRADE'),
    describe: 'events of this confidence and up',
    default: 'low',
    flagOnly: ONE_COMMAND,
  }),
  for: option({
    group: 'shown',
    commands: ['events'],
    kind: text('CALLABLE'),
    describe: "what a call of this library function, method or class can raise ('*': of every one)",
    default: undefined,
    flagOnly: ONE_COMMAND,
  }),
  with: option({
    group: 'target',
    commands: ['why'],
    kind: list(path('FILE')),
    describe: 'analyse these paths with the file',
    default: [],
    otherwise: 'the project around it',
    flagOnly: ONE_COMMAND,
  }),
  category: option({
    group: 'shown',
    commands: ['events'],
    kind: list(choice(Object.keys(CATEGORIES) as Category[], 'NAMES')),
    describe: 'only these categories',
    default: [],
    otherwise: 'all',
    flagOnly: ONE_COMMAND,
  }),
  'table-format': option({
    group: 'output',
    commands: ['events', 'api', 'explain'],
    flag: 'format',
    kind: choice(TABLE_FORMATS, 'FORMAT'),
    describe: 'format',
    default: 'text',
    flagOnly: ONE_COMMAND,
  }),
} as const;
