import { PRESETS } from '../config/settings.ts';
import { CATEGORIES } from '../model/catalogue.ts';
import { CONFIDENCES, PROVENANCES } from '../model/finding.ts';
import { PLATFORMS } from '../model/targets.ts';
import { CALL_GRAPH_FORMATS } from '../report/call-graph.ts';
import { FORMATS } from '../report/formats.ts';

export const COMMANDS = ['check', 'why', 'callgraph', 'events', 'explain', 'completion'] as const;
export type Command = (typeof COMMANDS)[number];

/** One flag: what its value may be (absent: free text), and whether it may come several times or as a comma list. */
export interface Flag {
  readonly describe: string;
  readonly group?: string;
  readonly choices?: readonly string[];
  readonly list?: true;
  readonly boolean?: true;
  /** What stands for the value in the help. */
  readonly value?: string;
}

export const SHOWN_LEVELS = ['error', 'warning', 'note'] as const;
export const FAIL_LEVELS = [...SHOWN_LEVELS, 'none'] as const;
export const TABLE_FORMATS = ['text', 'json'] as const;

const OUTPUT = 'Output:';
const CHOICE = 'What is shown:';
const TARGET = 'Target:';

const pythonVersion: Flag = {
  group: TARGET,
  describe: 'CPython versions: 3.13, 3.9-3.13, or a list with commas',
  value: 'VERSIONS',
};
const platform: Flag = { group: TARGET, describe: 'platforms', choices: PLATFORMS, list: true };
const tableFormat: Flag = { group: OUTPUT, describe: 'format', choices: TABLE_FORMATS };

const timing: Flag = {
  group: OUTPUT,
  describe: 'on standard error: time and memory of each stage, and how many calls were followed',
  boolean: true,
};
/** Where installed packages are looked for. */
const installed: Readonly<Record<string, Flag>> = {
  'no-dependencies': {
    group: TARGET,
    describe: 'treat installed packages as unknown',
    boolean: true,
  },
  'site-packages': {
    group: TARGET,
    describe: 'folder of installed packages (several: in order)',
    list: true,
    value: 'DIR',
  },
  venv: {
    group: TARGET,
    describe: 'virtual environment (the active one, else .venv or venv beside the project)',
    value: 'DIR',
  },
};

const CHECK_FLAGS: Readonly<Record<string, Flag>> = {
  format: { group: OUTPUT, describe: 'format on standard output (text)', choices: FORMATS },
  output: { group: OUTPUT, describe: 'also write a report to a file', list: true, value: 'FORMAT=FILE' },
  timing,
  preset: { group: CHOICE, describe: 'which tiers are shown at which level (recommended)', choices: PRESETS },
  select: {
    group: CHOICE,
    describe: 'only these: codes, events, globs (PYA10*, socket.*), category:NAME',
    list: true,
    value: 'EVENTS',
  },
  ignore: { group: CHOICE, describe: 'not these; as --select', list: true, value: 'EVENTS' },
  'min-level': { group: CHOICE, describe: 'show findings from this level up (note)', choices: SHOWN_LEVELS },
  'min-confidence': {
    group: CHOICE,
    describe: 'show findings from this confidence up',
    choices: CONFIDENCES,
  },
  provenance: {
    group: CHOICE,
    describe: 'show findings of these provenances',
    choices: PROVENANCES,
    list: true,
  },
  'fail-on': { group: CHOICE, describe: 'exit with 1 from this level up (warning)', choices: FAIL_LEVELS },
  'python-version': pythonVersion,
  platform,
  ...installed,
};

const WHY_FLAGS: Readonly<Record<string, Flag>> = {
  with: {
    group: TARGET,
    describe: 'analyse these paths with the file (the project around it)',
    list: true,
    value: 'PATHS',
  },
  'python-version': pythonVersion,
  platform,
  ...installed,
};

const CALL_GRAPH_FLAGS: Readonly<Record<string, Flag>> = {
  format: { group: OUTPUT, describe: 'format on standard output (json)', choices: CALL_GRAPH_FORMATS },
  output: {
    group: OUTPUT,
    describe: 'also write the graph to a file, as in dot=calls.dot',
    list: true,
    value: 'FORMAT=FILE',
  },
  timing,
  'min-confidence': {
    group: CHOICE,
    describe: 'edges of this confidence and up (low: all)',
    choices: CONFIDENCES,
  },
  'python-version': pythonVersion,
  platform,
  ...installed,
};

export const FLAGS: Readonly<Record<Command, Readonly<Record<string, Flag>>>> = {
  check: CHECK_FLAGS,
  callgraph: CALL_GRAPH_FLAGS,
  why: WHY_FLAGS,
  events: {
    category: { describe: 'only these categories', choices: Object.keys(CATEGORIES), list: true },
    'python-version': pythonVersion,
    platform,
    format: tableFormat,
  },
  explain: { format: tableFormat },
  completion: {},
};

/** Flags of every command, answered by the parser itself. */
export const COMMON_FLAGS: readonly string[] = ['help', 'version'];
