/** The folders and names a project's files get. */
export const CONFIGURATION = 'pyaudit-lint.toml';
export const WORKFLOW = '.github/workflows/pyaudit-lint.yml';

/** A word as the action takes words apart: quotes keep a blank. */
export const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** The configuration file: what a team most often sets, and where the rest is told. */
export const configurationText = (
  baseline: string,
): string => `# pyaudit-lint: which audit events can this code raise?
# Every key and its value: pyaudit-lint --show-settings

preset = "recommended"
fail-on = "warning"

# What is accepted already; --prune-baseline takes out what is gone.
baseline = ${JSON.stringify(baseline)}

# Suppression comments say why: # pyaudit: ignore[os.system] -- reason
require-reasons = true
`;

/** What a workflow is told of the project. Paths are relative to `folder`. */
export interface Gate {
  /** Of the tool. */
  readonly version: string;
  /** As given on the command line; empty: everything. */
  readonly paths: readonly string[];
  readonly baseline: string;
  /** Modules with rules, as the run from `folder` names them. */
  readonly plugins: readonly string[];
  /** Where the tool runs, below the root of the repository; empty: there. */
  readonly folder: string;
}

/** A workflow that annotates pull requests, feeds code scanning, and fails for what nothing accepts. */
export function workflowText({ version, paths, baseline, plugins, folder }: Gate): string {
  const inputs = [
    ['baseline', baseline],
    ...(paths.length > 0 ? [['paths', paths.map(quoted).join(' ')]] : []),
    ...(plugins.length > 0 ? [['plugins', plugins.map(quoted).join(' ')]] : []),
    ...(folder === '' ? [] : [['working-directory', folder]]),
  ];
  return `# Fails when a pull request adds an audit event that neither the baseline nor a comment accepts.
name: pyaudit-lint
on:
  pull_request:
  push:
    branches: [main, master]

permissions:
  contents: read
  security-events: write # for the upload to code scanning

jobs:
  audit-events:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      # To see what installed packages do, install the project's dependencies into .venv here.
      - uses: pyaudit/pyaudit-lint@v${version}
        with:
${inputs.map(([name, value]) => `          ${name}: ${JSON.stringify(value)}\n`).join('')}`;
}
