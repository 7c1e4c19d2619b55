import type { CallableAnswer, GradedEvent } from '../lint/library.ts';
import { formatTargets, formatVersions, PLATFORMS, type TargetMask, versionBits } from '../model/targets.ts';
import { columns } from './columns.ts';
import { counted, type Style } from './style.ts';

const where = (targets: TargetMask): string => {
  const platforms = PLATFORMS.filter((platform) => versionBits(targets, platform) !== 0);
  return `${formatVersions(targets)} ${platforms.join(', ')}`;
};

/** What one callable can raise, for people: an event a line, with the way to what raises it. */
export function callableText({ name, events }: CallableAnswer, targets: TargetMask, style: Style): string {
  const on = `CPython ${where(targets)}`;
  if (events.length === 0) return `${style.bold(name)} raises no audit event  ${style.dim(on)}\n`;
  const rows = events.map((one) => [one.event, one.confidence, only(one, targets), wayText(one, name)]);
  const titles = [
    'event',
    'confidence',
    ...(rows.some(([, , text]) => text) ? ['only in CPython'] : []),
    'through',
  ];
  const cells = rows.map((row) =>
    titles.length === row.length ? row : row.filter((_, index) => index !== 2),
  );
  const table = columns(
    titles.map((title) => ({ title })),
    cells,
  );
  const title = `${style.bold(name)} can raise ${counted(events.length, 'event')}  ${style.dim(on)}`;
  return `${[title, '', ...table.map((row) => `  ${row}`)].join('\n')}\n`;
}

const only = ({ targets }: GradedEvent, asked: TargetMask): string =>
  targets === asked ? '' : where(targets);

const wayText = ({ way }: GradedEvent, name: string): string =>
  (way[0] === name && way.length > 1 ? way.slice(1) : way).join(' > ');

const eventsObject = (events: readonly GradedEvent[]) =>
  Object.fromEntries(
    events.map(({ event, confidence, targets, way }) => [
      event,
      { confidence, targets: formatTargets(targets), witness: way.map((name) => ({ name })) },
    ]),
  );

/** The same as an object of events. */
export const callableJson = ({ events }: CallableAnswer): string =>
  `${JSON.stringify(eventsObject(events), null, 2)}\n`;

/** Several callables: an object of objects, a callable on each line. */
export function callablesJson(answers: readonly CallableAnswer[]): string {
  const lines = answers.map(
    ({ name, events }) => `${JSON.stringify(name)}: ${JSON.stringify(eventsObject(events))}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Callables and their events as a table; those that raise nothing are counted below it. */
export function callablesText(answers: readonly CallableAnswer[], targets: TargetMask, style: Style): string {
  const raising = answers.filter(({ events }) => events.length > 0);
  const silent = answers.length - raising.length;
  const rows = raising.flatMap(({ name, events }) =>
    events.map((one, index) => [index === 0 ? name : '', one.event, one.confidence, only(one, targets)]),
  );
  const titles = ['function', 'event', 'confidence', 'only in CPython'];
  const layout = titles.map((title, index) =>
    index === 0 ? { title, paint: (cell: string) => style.bold(cell) } : { title },
  );
  const table = rows.length > 0 ? [...columns(layout, rows), ''] : [];
  const rest = `CPython ${where(targets)}; ${counted(raising.length, 'function')} above, ${silent} more raise no audit event`;
  return `${[...table, style.dim(rest)].join('\n')}\n`;
}
