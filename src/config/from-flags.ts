import type { Kind, ReadContext, SelectorCheck } from './kinds/kind.ts';
import { type Layer, openLayer } from './layer.ts';
import { type Flag, flagsOf } from './options/index.ts';
import type { Command } from './options/option.ts';
import type { Problems } from './problems.ts';
import type { Position, TomlNode } from './toml/node.ts';

/** A command line has no lines. */
const NOWHERE: Position = { line: 1, column: 1 };

const textNode = (value: string): TomlNode => ({ kind: 'string', value, at: NOWHERE });

/** The words of a comma list; a comma at its end adds none. */
function listed(text: string): string[] {
  const words = text.split(',').map((word) => word.trim());
  return words.filter((word, index) => word !== '' || index === 0);
}

function nodeOf(
  { gives, option }: Flag,
  words: readonly string[],
  context: ReadContext,
): TomlNode | undefined {
  const { takes, ofWords }: Kind<unknown> = option.kind;
  if (gives !== undefined) return { kind: 'boolean', value: gives, at: NOWHERE };
  if (ofWords) return ofWords(words, context);
  if (takes === 'one') return textNode(words.at(-1)!);
  const items = takes === 'list' ? words.flatMap(listed) : words;
  return { kind: 'array', items: items.map(textNode), at: NOWHERE };
}

/**
 * What the flags of a command line say.
 *
 * @param given by flag, the words given for it, in order.
 * @param folder the current one, absolute: globs are seen from there.
 */
export function flagLayer(
  command: Command,
  given: ReadonlyMap<string, readonly string[]>,
  folder: string,
  problems: Problems,
  selectors: SelectorCheck,
): Layer {
  const layer = openLayer();
  for (const [name, flag] of flagsOf(command)) {
    const words = given.get(name);
    if (!words) continue;
    const subject = `--${name}`;
    if (words.includes('')) {
      problems.add('', `${subject} wants a value, as in ${subject}=...`);
      continue;
    }
    const context: ReadContext = {
      subject,
      isFlag: true,
      problem: (_, message) => problems.add('', message),
      path: (written) => written,
      folder,
      selectors,
    };
    const node = nodeOf(flag, words, context);
    const value = node && flag.option.kind.read(node, context);
    if (value === undefined) continue;
    (flag.adds ? layer.adds : layer.sets).set(flag.name, { value, origin: { kind: 'flag', flag: subject } });
  }
  return layer;
}
