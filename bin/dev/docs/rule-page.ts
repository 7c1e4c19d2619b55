import type { Rule } from '../../../src/lint/rule/contract.ts';
import type { OwnRule } from '../../../src/model/named-rule.ts';
import { code, fence, list, section } from './markdown.ts';

const HEAD = '<!-- Made by bin/dev/generate docs from rules/ and src/lint; do not edit. -->';

/** A file of an example, its findings marked with `# expect: NAME`. */
export interface Example {
  readonly file: string;
  readonly text: string;
}

const accepting = (name: string): string =>
  section('Accept it', fence('python', `...  # pyaudit: ignore[${name}] -- why this place is right`));

/** The page of a rule beyond the table; the examples are the fixtures that test it. */
export function furtherPage({ meta }: Rule, examples: readonly (readonly Example[])[]): string {
  const messages = Object.values(meta.messages).map((text) => text.replaceAll(/\{\{(\w+)\}\}/g, '*$1*'));
  const shown = examples.map((files) =>
    files.map(({ file, text }) => `${code(file)}:\n\n${fence('python', text.trim())}`).join('\n\n'),
  );
  const parts = [
    HEAD,
    `# ${meta.name}`,
    `${code(meta.code)}, tier ${meta.tier}. ${meta.summary}`,
    meta.meaning,
    section('What it says', list(messages)),
    ...(meta.options ? [section('Options', fence('json', JSON.stringify(meta.options, null, 2)))] : []),
    section(
      'Examples',
      `Lines with a finding end in ${code(`# expect: ${meta.name}`)}.\n\n${shown.join('\n\n')}`,
    ),
    accepting(meta.name),
    '[All rules](README.md)',
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The page of what is no event and no rule with code of its own: custom events, limits, comments that accept. */
export const ownPage = (rule: OwnRule): string =>
  `${[HEAD, `# ${rule.name}`, `${code(rule.code)}, ${rule.category}. ${rule.summary}`, rule.meaning, accepting(rule.name), '[All rules](README.md)'].join('\n\n')}\n`;
