/**
 * A Python program as a template: the first line break, the common indentation and trailing blanks are dropped, and
 * backslashes are Python's own. Ends in one line break.
 */
export function py(strings: TemplateStringsArray): string {
  const lines = strings.raw[0]!.replace(/^\n/, '').trimEnd().split('\n');
  const depth = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return `${lines.map((line) => line.slice(depth)).join('\n')}\n`;
}
