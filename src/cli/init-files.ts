/** The folders and names a project's files get. */
export const CONFIGURATION = 'pyaudit-lint.toml';
export const WORKFLOW = '.github/workflows/pyaudit-lint.yml';

const listed = (paths: readonly string[]): string => paths.map((path) => ` ${quoted(path)}`).join('');

/** A word of a POSIX shell. */
const quoted = (word: string): string =>
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

/**
 * A workflow that annotates pull requests and hands SARIF to code scanning. `folder`: where the tool runs, below the
 * root of the repository; empty: there.
 */
export const workflowText = (
  version: string,
  paths: readonly string[],
  folder: string,
): string => `# Fails when a pull request adds an audit event that neither the baseline nor a comment accepts.
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
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      # To see what installed packages do, install the project's dependencies into .venv here.
      - run: |
          npx --yes pyaudit-lint@${version}${listed(paths)} --format github --output sarif="$RUNNER_TEMP/pyaudit-lint.sarif"
${folder === '' ? '' : `        working-directory: ${JSON.stringify(folder)}\n`}      # A pull request from a fork may not upload.
      - if: always() && (github.event_name == 'push' || github.event.pull_request.head.repo.full_name == github.repository)
        uses: github/codeql-action/upload-sarif@v3
        with:
          sarif_file: \${{ runner.temp }}/pyaudit-lint.sarif
`;
