import type { Inputs } from './inputs.ts';

/** Where the run's reports go: files in the runner's temporary folder. */
export interface Reports {
  readonly sarif: string;
  readonly json: string;
  readonly summary: string;
}

/**
 * Arguments of the command line for one run: what the author wrote comes last, so that it overrides. `base` is the
 * commit to compare with, if any; a baseline file, where given, decides what is new instead.
 */
export function commandLine(inputs: Inputs, reports: Reports, base: string | undefined): string[] {
  const compared =
    inputs.baseline !== ''
      ? ['--baseline', inputs.baseline]
      : base !== undefined
        ? ['--baseline-commit', base]
        : [];
  return [
    'check',
    ...['--format', inputs.format],
    ...['--output', `sarif=${reports.sarif}`],
    ...['--output', `json=${reports.json}`],
    ...['--output', `markdown=${reports.summary}`],
    ...compared,
    ...(inputs.failOn === '' ? [] : ['--fail-on', inputs.failOn]),
    ...inputs.plugins.flatMap((file) => ['--plugin', file]),
    ...inputs.args,
    '--',
    ...inputs.paths,
  ];
}
