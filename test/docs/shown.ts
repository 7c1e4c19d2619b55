const ELLIPSIS = '...';

const words = (text: string): string => text.trim().split(/\s+/).join(' ');

/**
 * The first part of what a page shows that the real output does not have, or undefined. Parts are divided by lines of
 * `...` and by empty lines, stand in the output in this order, and may be folded elsewhere. Without `...` it must be all.
 */
export function missingFrom(output: string, shown: readonly string[]): string | undefined {
  const real = words(output);
  if (!shown.some((line) => line.trim() === ELLIPSIS)) {
    const all = words(shown.join('\n'));
    return all === real ? undefined : all;
  }
  const parts: string[] = [''];
  for (const line of shown) {
    if (line.trim() === '' || line.trim() === ELLIPSIS) parts.push('');
    else parts.push(`${parts.pop()} ${line}`);
  }
  let from = 0;
  for (const part of parts.map(words).filter((one) => one !== '')) {
    const at = ` ${real} `.indexOf(` ${part} `, from);
    if (at < 0) return part;
    from = at + part.length;
  }
  return undefined;
}
