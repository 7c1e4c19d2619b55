import type { OptionName } from './options/index.ts';
import { type Origin, originPlace } from './origin.ts';
import type { Problems } from './problems.ts';
import type { ResolvedOptions } from './resolve.ts';

/** Who has the last word on an option. */
const said = (options: ResolvedOptions, name: OptionName): Origin => options.origins(name).at(-1)!;

interface Pair {
  readonly one: OptionName;
  readonly other: OptionName;
  readonly clash: (options: ResolvedOptions) => boolean;
  readonly message: string;
}

const withoutPackages = (options: ResolvedOptions): boolean => !options.get('dependencies');
const NOT_READ =
  'installed packages are not to be read, so where they lie means nothing; remove one of the two';

const ONE_AFTER_OTHER = 'each compares with something else; run them one after the other';

const PAIRS: readonly Pair[] = [
  {
    one: 'write-baseline',
    other: 'baseline-commit',
    clash: (options) => options.get('write-baseline') && options.get('baseline-commit') !== undefined,
    message: ONE_AFTER_OTHER,
  },
  {
    one: 'prune-baseline',
    other: 'baseline-commit',
    clash: (options) => options.get('prune-baseline') && options.get('baseline-commit') !== undefined,
    message: ONE_AFTER_OTHER,
  },
  {
    one: 'prune-baseline',
    other: 'write-baseline',
    clash: (options) => options.get('prune-baseline') && options.get('write-baseline'),
    message: 'a baseline that is written anew has nothing to prune; remove one of the two',
  },
  {
    one: 'report-only',
    other: 'write-baseline',
    clash: (options) => options.get('report-only').length > 0 && options.get('write-baseline'),
    message: 'a baseline of some files would call the findings of all others new; write it of the whole',
  },
  {
    one: 'reason',
    other: 'add-ignore',
    clash: (options) => options.get('reason') !== undefined && !options.get('add-ignore'),
    message: 'a reason is for the comments that --add-ignore writes; give both',
  },
  {
    one: 'stdin-filename',
    other: 'add-ignore',
    clash: (options) => options.get('add-ignore') && options.get('stdin-filename') !== undefined,
    message: 'comments are written into files, and standard input is none; name the file itself',
  },
  {
    one: 'venv',
    other: 'dependencies',
    clash: (options) => withoutPackages(options) && options.get('venv') !== undefined,
    message: NOT_READ,
  },
  {
    one: 'site-packages',
    other: 'dependencies',
    clash: (options) => withoutPackages(options) && options.get('site-packages').length > 0,
    message: NOT_READ,
  },
  {
    one: 'allow',
    other: 'preset',
    clash: (options) => options.get('allow') !== undefined && options.get('preset') === 'inventory',
    message:
      'the preset inventory shows no findings, so the list would forbid nothing; choose another preset',
  },
  {
    one: 'max-findings',
    other: 'fail-on',
    clash: (options) => options.get('max-findings') > 0 && options.get('fail-on') === 'none',
    message: 'with fail-on none nothing fails, however many there are; remove one of the two',
  },
];

/**
 * Notes options that cannot both be meant: of one source, or the stronger one means nothing beside the weaker. The
 * other way round is a choice: `--no-dependencies` over a file that names an environment.
 */
export function contradictions(options: ResolvedOptions, problems: Problems): void {
  for (const each of [options, ...options.underEachOverride()]) {
    for (const pair of PAIRS) check(pair, each, problems);
    selectedAndIgnored(each, problems);
    const adds = each.addsToNothing('allow');
    if (adds)
      problems.add(originPlace(adds), '`extend-allow` adds to a list, and there is none; write `allow`');
  }
}

function check({ one, other, clash, message }: Pair, options: ResolvedOptions, problems: Problems): void {
  if (!clash(options) || options.strength(other) > options.strength(one)) return;
  const [first, second] = [said(options, one), said(options, other)];
  const where = originPlace(second);
  const apart = where === originPlace(first) || second.kind === 'default' ? '' : ` (${where})`;
  problems.add(originPlace(first), `\`${one}\` and \`${other}\`${apart}: ${message}`);
}

function selectedAndIgnored(options: ResolvedOptions, problems: Problems): void {
  if (options.strength('select') !== options.strength('ignore')) return;
  const both = options.get('select').filter((selector) => options.get('ignore').includes(selector));
  const where = originPlace(said(options, 'ignore'));
  for (const selector of both)
    problems.add(where, `\`${selector}\` is both in \`select\` and in \`ignore\`; remove one`);
}
