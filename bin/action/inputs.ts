/** What the workflow's author wrote under `with:`. */
export interface Inputs {
  /** Version of the published package; empty: the one that came with the action. */
  readonly version: string;
  readonly paths: readonly string[];
  /** Modules with rules. */
  readonly plugins: readonly string[];
  readonly args: readonly string[];
  readonly failOn: string;
  readonly baseline: string;
  readonly diff: Diff;
  readonly format: string;
}

const DIFFS = ['auto', 'true', 'false'] as const;
type Diff = (typeof DIFFS)[number];

/** What is wrong with an input, and what to write instead. */
export class InputError extends Error {}

/** Splits at white space, not inside quotes; the quotes go. Nothing else of a shell holds: no variables, no escapes. */
export function words(text: string): string[] {
  return [...text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single),
  );
}

/** Reads the inputs from the variables that `action.yml` sets: `INPUT_FAIL_ON` for `fail-on`. */
export function readInputs(env: NodeJS.ProcessEnv): Inputs {
  const text = (name: string) => (env[`INPUT_${name}`] ?? '').trim();
  const diff = text('DIFF') || 'auto';
  if (!DIFFS.some((known) => known === diff))
    throw new InputError(`diff: "${diff}" is none of ${DIFFS.join(', ')}`);
  const version = text('VERSION');
  if (version !== '' && !/^\d+(?:\.\d+){0,2}$|^latest$/.test(version))
    throw new InputError(`version: "${version}" is no version; write 1.2.3, or leave it out`);
  const paths = words(text('PATHS'));
  return {
    version,
    paths: paths.length > 0 ? paths : ['.'],
    plugins: words(text('PLUGINS')),
    args: words(text('ARGS')),
    failOn: text('FAIL_ON'),
    baseline: text('BASELINE'),
    diff: diff as Diff,
    format: text('FORMAT') || 'github',
  };
}
