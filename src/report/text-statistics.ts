import type { Statistic } from '../model/statistics.ts';
import { columns } from './columns.ts';
import { neutralise } from './neutralise.ts';
import type { Style } from './style.ts';

/** A table for each way of counting: name, all, and how many of each level. */
export const statisticsText = (statistics: readonly Statistic[], style: Style): string[] =>
  statistics.map(({ by, rows }) => {
    const [title, ...lines] = columns(
      [
        { title: by },
        { title: 'findings', align: 'right' },
        { title: 'error', align: 'right' },
        { title: 'warning', align: 'right' },
        { title: 'note', align: 'right' },
      ],
      rows.map(({ name, error, warning, note }) => [
        neutralise(name),
        ...[error + warning + note, error, warning, note].map((count) => count.toLocaleString('en-US')),
      ]),
    );
    return [style.bold(title!), ...lines].join('\n');
  });
