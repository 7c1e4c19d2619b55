/** An element of a document without mixed content other than text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const CHARACTERS = /^(?:[\t\n\r\u0020-\ud7ff\ue000-\ufffd]|[\ud800-\udbff][\udc00-\udfff])*$/;
const TOKEN =
  /<\?xml version="1\.0" encoding="UTF-8"\?>\n|<(\/?)([A-Za-z][\w-]*)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;

function unescaped(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot);)/.test(text) || text.includes(']]>'))
    throw new Error(`badly escaped: ${text}`);
  return text.replace(
    /&(amp|lt|gt|quot);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name]!,
  );
}

/** Reads a document as strictly as XML 1.0 asks, of the part of it that reports use; throws for all else. */
export function parseXml(document: string): Element {
  if (!CHARACTERS.test(document)) throw new Error('a character that XML has not');
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' };
  const open = [root];
  for (let at = 0; at < document.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(document);
    if (!found) throw new Error(`no XML: ${document.slice(at, at + 60)}`);
    const [, closing, name, attributes = '', empty, text] = found;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.text += unescaped(text).trim();
    else if (closing) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes another element`);
    } else if (name) {
      const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)];
      const element = {
        name,
        attributes: Object.fromEntries(pairs.map(([, key, value]) => [key!, unescaped(value!)])),
        children: [],
        text: '',
      };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one whole element');
  return root.children[0]!;
}
