import { PLATFORMS } from '../../model/targets.ts';
import { list } from '../kinds/list.ts';
import { choice, onOff, path } from '../kinds/scalars.ts';
import { versions } from '../kinds/versions.ts';
import { option } from './option.ts';

const targets = { group: 'target', commands: ['check', 'why', 'callgraph', 'events', 'api'] } as const;
const packages = { group: 'target', commands: ['check', 'why', 'callgraph'] } as const;

/** What the code runs on, and with which packages. */
export const target = {
  'python-version': option({
    ...targets,
    kind: versions,
    describe: 'CPython versions: 3.13, 3.9-3.13, or a list with commas',
    default: undefined,
    otherwise: 'what requires-python allows, else all',
  }),
  platform: option({
    ...targets,
    kind: list(choice(PLATFORMS, 'NAMES')),
    describe: 'platforms',
    default: [],
    otherwise: 'all',
  }),
  dependencies: option({
    ...packages,
    kind: onOff,
    describe: 'read the installed packages that the code imports; else they are unknown',
    default: true,
  }),
  'site-packages': option({
    ...packages,
    kind: list(path('DIR'), 'whole'),
    describe: 'folders of installed packages, in order',
    default: [],
    otherwise: 'those of the environment',
  }),
  venv: option({
    ...packages,
    kind: path('DIR'),
    describe: 'virtual environment',
    default: undefined,
    otherwise: 'the active one, else .venv or venv beside the project',
  }),
} as const;
