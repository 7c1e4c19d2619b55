import type { Finding } from '../../src/model/finding.ts';
import { formatTargets, parseTargets } from '../../src/model/targets.ts';
import { argumentsText } from '../../src/report/python-text.ts';

/**
 * What a comment of a fixture expects on its line: `# expect: open(mode='w')@high[3.8-3.15/linux]{main}, os.system`.
 * Arguments, confidence, targets and phases are compared where they are written. `# todo: EVENT` marks what the
 * analyser does not find yet, `# todo: -EVENT` what it finds and Python does not raise.
 */
export interface Expectation {
  readonly line: number;
  readonly event: string;
  readonly arguments: readonly (readonly [name: string, text: string])[];
  readonly confidence?: string;
  readonly targets?: string;
  readonly phases?: string;
  /** Not so yet; `-`: found, and wrongly. */
  readonly todo?: '+' | '-';
}

const FORM = /^(-?)([\w.:/-]+)(?:\((.*)\))?(?:@(\w+))?(?:\[([^\]]*)\])?(?:\{([^}]*)\})?$/;
const COMMENT = /# (expect|todo): ([^#]*)/g;

/** Splits at commas outside brackets and quotes. */
function parts(text: string): string[] {
  const found = [''];
  let depth = 0;
  let quote = '';
  for (const unit of text) {
    if (quote) quote = unit === quote ? '' : quote;
    else if (unit === "'" || unit === '"') quote = unit;
    else if ('([{'.includes(unit)) depth++;
    else if (')]}'.includes(unit)) depth--;
    if (unit === ',' && depth === 0 && !quote) found.push('');
    else found[found.length - 1] += unit;
  }
  return found.map((part) => part.trim()).filter(Boolean);
}

function expectation(text: string, line: number, todo: boolean): Expectation {
  const match = FORM.exec(text);
  if (!match) throw new Error(`line ${line}: not an expectation: ${text}`);
  const [, minus, event, given, confidence, targets, phases] = match;
  return {
    line,
    event: event!,
    arguments: parts(given ?? '').map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), pair.slice(equals + 1)] as const;
    }),
    ...(confidence ? { confidence } : {}),
    ...(targets ? { targets: formatTargets(parseTargets(targets)).join(' ') } : {}),
    ...(phases ? { phases } : {}),
    ...(todo ? { todo: minus ? '-' : '+' } : {}),
  };
}

/** The expectations of a file's text. */
export function expectations(text: string): Expectation[] {
  const lines = text.split('\n');
  return lines.flatMap((content, index) =>
    [...content.matchAll(COMMENT)].flatMap(([, kind, listed]) =>
      parts(listed!).map((part) => expectation(part, index + 1, kind === 'todo')),
    ),
  );
}

/** What a finding says, in the words of an expectation, as far as the expectation asks. */
export function shown(finding: Finding, line: number, wanted?: Expectation): string {
  const given = finding.arguments.filter(([name]) => wanted?.arguments.some(([asked]) => asked === name));
  const order = wanted?.arguments.map(([name]) => name) ?? [];
  given.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return [
    `${line}: ${finding.event}`,
    given.length > 0 ? `(${argumentsText(given)})` : '',
    wanted?.confidence ? `@${finding.confidence}` : '',
    wanted?.targets ? `[${formatTargets(finding.targets).join(' ')}]` : '',
    wanted?.phases ? `{${finding.phases.join('+')}}` : '',
  ].join('');
}

/** The same of an expectation. */
export function wantedText(wanted: Expectation): string {
  return [
    `${wanted.line}: ${wanted.event}`,
    wanted.arguments.length > 0 ? `(${wanted.arguments.map(([n, v]) => `${n}=${v}`).join(', ')})` : '',
    wanted.confidence ? `@${wanted.confidence}` : '',
    wanted.targets ? `[${wanted.targets}]` : '',
    wanted.phases ? `{${wanted.phases}}` : '',
  ].join('');
}
