import type { Position } from './toml/node.ts';

/** Where a setting comes from. */
export type Origin =
  | { readonly kind: 'default' }
  /** `--preset`, or `--config` for a `KEY=VALUE`. */
  | { readonly kind: 'flag'; readonly flag: string }
  /** A configuration file, as people see its path. */
  | ({ readonly kind: 'file'; readonly file: string } & Position);

export const BY_DEFAULT: Origin = { kind: 'default' };

/** As `originText`, with the column: `pyproject.toml:12:1`. */
export const originPlace = (origin: Origin): string =>
  origin.kind === 'file' ? `${originText(origin)}:${origin.column}` : originText(origin);

/** `default`, `--preset`, `pyproject.toml:12`. */
export function originText(origin: Origin): string {
  if (origin.kind === 'default') return 'default';
  return origin.kind === 'flag' ? origin.flag : `${origin.file}:${origin.line}`;
}
