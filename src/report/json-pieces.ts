/**
 * The JSON text of an object, laid out as `JSON.stringify` does with an indent of two, part by part. Members that are
 * arrays are written item by item, so that an item need only be there while its text is made (`toJSON`).
 */
export function* jsonPieces(object: object): Generator<string> {
  let separator = '{\n';
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    yield `${separator}  ${JSON.stringify(name)}: `;
    if (Array.isArray(value) && value.length > 0) yield* items(value);
    else yield indented(value, '  ');
    separator = ',\n';
  }
  yield separator === ',\n' ? '\n}' : '{}';
}

function* items(values: readonly unknown[]): Generator<string> {
  let separator = '[\n    ';
  for (const value of values) {
    yield separator;
    yield indented(value, '    ');
    separator = ',\n    ';
  }
  yield '\n  ]';
}

/** A line end in JSON text is layout: within strings it is written `\n`. */
const indented = (value: unknown, by: string): string =>
  (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${by}`);
