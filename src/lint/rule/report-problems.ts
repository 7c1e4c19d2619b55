import { CONFIDENCES } from '../../model/finding.ts';
import { isTable, isText, type Table } from './shapes.ts';

const FIELDS = ['place', 'messageId', 'data', 'confidence', 'witness'];
const STEP = ['name', 'file', 'line', 'cell', 'lineInFile', 'offset'];

/** What keeps a value from being a finding that a rule reports, each with what to write; empty if it is one. */
export function reportProblems(report: unknown): readonly string[] {
  if (!isTable(report)) return ['report() takes an object, as in { place: call, messageId: "shell" }'];
  const { place, messageId, data, confidence, witness } = report;
  return [
    ...unknownFields('report()', report, FIELDS),
    ...placeProblems(place),
    ...(typeof messageId === 'string' ? [] : ['`messageId` is no text']),
    ...(data === undefined ? [] : dataProblems(data)),
    ...(confidence === undefined || CONFIDENCES.some((known) => known === confidence)
      ? []
      : [`\`confidence\` is none of ${CONFIDENCES.join(', ')}`]),
    ...(witness === undefined ? [] : witnessProblems(witness)),
  ];
}

const unknownFields = (what: string, value: Table, known: readonly string[]): readonly string[] =>
  Object.keys(value)
    .filter((field) => !known.includes(field))
    .map((field) => `${what} knows no \`${field}\`; there are ${known.join(', ')}`);

const isSpan = (value: unknown): boolean =>
  isTable(value) &&
  [value.from, value.to].every((offset) => Number.isInteger(offset) && Number(offset) >= 0) &&
  Number(value.from) <= Number(value.to);

/** A view is a place; one made by hand has to hold as much. */
function placeProblems(place: unknown): readonly string[] {
  const isPlace = isTable(place) && isText(place.file) && isSpan(place.at) && isSpan(place.site);
  return isPlace && typeof place.enclosing === 'string'
    ? []
    : ['`place` is nothing that a listener or the program gave: pass a call, an event, a function, ...'];
}

function dataProblems(data: unknown): readonly string[] {
  if (!isTable(data)) return ['`data` is no object'];
  return Object.entries(data)
    .filter(([, value]) => typeof value !== 'string' && typeof value !== 'number')
    .map(([name]) => `\`data.${name}\` is neither a text nor a number`);
}

function witnessProblems(witness: unknown): readonly string[] {
  if (!Array.isArray(witness)) return ['`witness` is no list of steps, such as [{ name: "app.run" }]'];
  return (witness as readonly unknown[]).flatMap((step, index) => {
    const where = `witness[${index}]`;
    if (!isTable(step) || !isText(step.name)) return [`\`${where}\` is no step with a \`name\``];
    const { name: _, file, ...numbers } = step;
    return [
      ...unknownFields(`\`${where}\``, step, STEP),
      ...(file === undefined || isText(file) ? [] : [`\`${where}.file\` is no text`]),
      ...Object.entries(numbers)
        .filter(([field, value]) => STEP.includes(field) && value !== undefined && !isCount(value))
        .map(([field]) => `\`${where}.${field}\` is no whole number`),
    ];
  });
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;
