const PLACEHOLDER = /\{\{\s*([\w-]+)\s*\}\}/g;

/** Names of the placeholders of a message. */
export const placeholders = (message: string): readonly string[] =>
  [...message.matchAll(PLACEHOLDER)].map(([, name]) => name!);

/**
 * The message with its placeholders filled.
 *
 * @throws Error if one has no data, or data has no placeholder
 */
export function filled(message: string, data: Readonly<Record<string, string | number>>): string {
  const names = placeholders(message);
  const missing = names.filter((name) => !Object.hasOwn(data, name));
  if (missing.length > 0) throw new Error(`no data for {{${missing.join('}}, {{')}}} of "${message}"`);
  const unused = Object.keys(data).filter((name) => !names.includes(name));
  if (unused.length > 0) throw new Error(`no placeholder for ${unused.join(', ')} in "${message}"`);
  return message.replaceAll(PLACEHOLDER, (_, name: string) => String(data[name]));
}
