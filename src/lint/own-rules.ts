import type { LimitKind } from '../model/finding.ts';
import type { OwnRule } from '../model/named-rule.ts';

export const CUSTOM_EVENT: OwnRule = {
  code: 'PYA8001',
  name: 'custom-event',
  category: 'custom',
  summary: 'The code raises an audit event of its own.',
  meaning:
    'A `sys.audit` call with a constant name that is no event of CPython. Every hook of the process receives it, ' +
    'with the arguments that the call passes on.',
};

/** Stands for every event that a project's configuration has beside those of CPython; each has a name of its own. */
export const CONFIGURED_EVENT: OwnRule = {
  code: 'PYA8002',
  name: 'configured-event',
  category: 'custom',
  summary: 'The code calls what raises an event of its own, as the configuration says.',
  meaning:
    'A `[[raiser]]` of the configuration names the function, method or class, and the event: what it does in C, in a ' +
    'service or in code that is not analysed is known to the project alone. No hook receives the event unless ' +
    'something there calls `sys.audit`.',
};

const DYNAMIC_CODE: OwnRule = {
  code: 'PYA9001',
  name: 'dynamic-code',
  category: 'limit',
  summary: 'Code that is made at run time is run here; its events are not known.',
  meaning:
    'The text or code object comes from somewhere the analysis cannot follow. Whatever it does is missing from the ' +
    'inventory, so read this place by hand, or record it under an audit hook.',
};

const DYNAMIC_IMPORT: OwnRule = {
  code: 'PYA9002',
  name: 'dynamic-import',
  category: 'limit',
  summary: 'A module whose name is made at run time is imported here.',
  meaning:
    'The name is no constant, so the module that runs, and every event of its body and functions, is missing from ' +
    'the inventory.',
};

const NATIVE_MODULE: OwnRule = {
  code: 'PYA9003',
  name: 'native-module',
  category: 'limit',
  summary: 'A native module or library is used here.',
  meaning:
    'Machine code can do anything without an audit event: what it does to files, network or processes is not in the ' +
    'inventory, and a hook does not see it either.',
};

export const UNUSED_SUPPRESSION: OwnRule = {
  code: 'PYA3001',
  name: 'unused-suppression',
  category: 'acceptance',
  summary: 'A suppression comment holds back nothing.',
  meaning:
    'Nothing in its reach can raise what it names, so the code has changed or the comment stands in the wrong place. ' +
    'Left alone, it would hold back whatever comes there next. Remove it, or the name that is of no use.',
};

export const INVALID_SUPPRESSION: OwnRule = {
  code: 'PYA3002',
  name: 'invalid-suppression',
  category: 'acceptance',
  summary: 'A comment that speaks to pyaudit-lint cannot be read, and does nothing.',
  meaning:
    'Write `# pyaudit: ignore[os.system] -- reason` on the line, or one of `ignore-next`, `ignore-start` with ' +
    '`ignore-end`, and `ignore-file`. Events, globs (`socket.*`), codes and `category:process` may stand in the ' +
    'brackets; there is no form that covers everything.',
};

export const SUPPRESSION_WITHOUT_REASON: OwnRule = {
  code: 'PYA3003',
  name: 'suppression-without-reason',
  category: 'acceptance',
  summary: 'A suppression comment says no reason.',
  meaning:
    'This project asks for one: write it behind two hyphens, as in `# pyaudit: ignore[os.system] -- the command is a constant`.',
};

export const STALE_BASELINE_ENTRY: OwnRule = {
  code: 'PYA3004',
  name: 'stale-baseline-entry',
  category: 'acceptance',
  summary: 'The baseline accepts a finding that is gone.',
  meaning:
    'Left alone, the entry would accept the same finding when it comes back. `--prune-baseline` removes every such entry.',
};

export const OWN_RULES: readonly OwnRule[] = [
  UNUSED_SUPPRESSION,
  INVALID_SUPPRESSION,
  SUPPRESSION_WITHOUT_REASON,
  STALE_BASELINE_ENTRY,
  CUSTOM_EVENT,
  CONFIGURED_EVENT,
  DYNAMIC_CODE,
  DYNAMIC_IMPORT,
  NATIVE_MODULE,
];

const ABOUT_ACCEPTING = new Set(
  OWN_RULES.filter(({ category }) => category === 'acceptance').map(({ code }) => code),
);

/** Whether a code is of a rule about suppressions and baselines: neither of them may accept its findings. */
export const isAboutAccepting = (code: string): boolean => ABOUT_ACCEPTING.has(code);

/** The rule for a kind of limit, where that kind is a finding too. */
export const LIMIT_RULES: ReadonlyMap<LimitKind, OwnRule> = new Map<LimitKind, OwnRule>([
  ['dynamic-code', DYNAMIC_CODE],
  ['dynamic-import', DYNAMIC_IMPORT],
  ['native-module', NATIVE_MODULE],
]);
