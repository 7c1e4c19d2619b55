import type { Flag } from '../config/options/index.ts';

/** Flags of every command, answered by the parser itself. */
export const COMMON_FLAGS: readonly string[] = ['help', 'version'];

/** What holds without the flag, for people; empty for switches. */
function otherwise({ option, gives, adds }: Flag): string {
  if (gives !== undefined || adds) return '';
  const text = option.otherwise ?? (option.default === undefined ? '' : String(option.default));
  return text === '' ? '' : ` (${text})`;
}

/** What the help says of a flag: what it does, what holds without it, its values. */
export function flagText(flag: Flag): string {
  const { option, name, adds, gives } = flag;
  if (adds) return `add to ${name}`;
  const text = gives === false ? `do not ${option.describe}` : option.describe;
  const { choices } = option.kind;
  return `${text}${otherwise(flag)}${choices ? ` [${choices.join(', ')}]` : ''}`;
}
