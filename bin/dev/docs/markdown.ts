/** Text as code; a backtick in it takes two around it (CommonMark 6.1). */
export const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

export const section = (title: string, body: string): string => `## ${title}\n\n${body}`;

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

export const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A table; cells may hold Markdown, and pipes are escaped (GitHub's tables). */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
