import { nearest } from '../nearest.ts';
import { KIND_NAMES, type TomlNode } from '../toml/node.ts';
import type { Kind, ReadContext } from './kind.ts';

/** Notes that a value is of the wrong type. */
export function wrongType(node: TomlNode, wanted: string, { subject, problem }: ReadContext): undefined {
  problem(node.at, `${subject} wants ${wanted}; this is ${KIND_NAMES[node.kind]}`);
  return undefined;
}

/** The text of a node that must have one. */
export function textOf(node: TomlNode, wanted: string, context: ReadContext): string | undefined {
  if (node.kind !== 'string') return wrongType(node, wanted, context);
  if (node.value.trim() !== '') return node.value;
  context.problem(node.at, `${context.subject} is empty; it wants ${wanted}`);
  return undefined;
}

/** True or false: `--name`, `--no-name`. */
export const onOff: Kind<boolean> = {
  takes: 'nothing',
  read: (node, context) =>
    node.kind === 'boolean' ? node.value : wrongType(node, 'true or false, without quotes', context),
  plain: (value) => value,
  schema: { type: 'boolean' },
};

/** One of a few words. */
export const choice = <T extends string>(choices: readonly T[], label?: string): Kind<T> => ({
  takes: 'one',
  choices,
  ...(label ? { label } : {}),
  read: (node, context) => {
    const word = textOf(node, `one of ${choices.join(', ')}`, context);
    const found = choices.find((one) => one === word);
    if (found !== undefined || word === undefined) return found;
    const near = choices.find((one) => one.startsWith(word)) ?? nearest(word, choices);
    const hint = near ? `did you mean \`${near}\`?` : `choose from ${choices.join(', ')}`;
    context.problem(node.at, `${context.subject} cannot be \`${word}\`; ${hint}`);
    return undefined;
  },
  plain: (value) => value,
  schema: { type: 'string', enum: choices },
});

/** Any text with something in it. */
export const text = (label: string): Kind<string> => ({
  takes: 'one',
  label,
  read: (node, context) => textOf(node, 'a text', context),
  plain: (value) => value,
  schema: { type: 'string', minLength: 1 },
});

/** A whole number from 0. */
export const count: Kind<number> = {
  takes: 'one',
  label: 'N',
  read: (node, context) => {
    if (node.kind === 'integer' && node.value >= 0) return node.value;
    if (context.isFlag && node.kind === 'string' && /^\d{1,15}$/.test(node.value)) return Number(node.value);
    if (node.kind !== 'integer' && !(context.isFlag && node.kind === 'string'))
      return wrongType(node, 'a whole number', context);
    context.problem(node.at, `${context.subject} wants a whole number from 0, as in 10`);
    return undefined;
  },
  plain: (value) => value,
  schema: { type: 'integer', minimum: 0 },
};

/** A file or folder. In a configuration file it is seen from there, on the command line from the current directory. */
export const path = (label: 'DIR' | 'FILE'): Kind<string> => ({
  takes: 'one',
  label,
  read: (node, context) => {
    const written = textOf(node, label === 'DIR' ? 'a folder' : 'a file', context);
    return written === undefined ? undefined : context.path(written);
  },
  plain: (value) => value,
  schema: { type: 'string', minLength: 1 },
});

/** A code, an event, a glob of either, or `category:NAME`. */
export const selector: Kind<string> = {
  takes: 'one',
  label: 'EVENTS',
  read: (node, context) => {
    const written = textOf(node, 'an event, a code, a glob or category:NAME', context);
    const problem = written === undefined ? undefined : context.selectors.problem(written, context.isFlag);
    if (problem) context.problem(node.at, `${context.subject}: ${problem}`);
    return problem ? undefined : written;
  },
  plain: (value) => value,
  schema: { type: 'string', minLength: 1 },
};
