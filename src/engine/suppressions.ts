import { Suppressions } from '../filter/suppressions/suppressions.ts';
import { CUSTOM_EVENT } from '../lint/own-rules.ts';
import type { Finding } from '../model/finding.ts';
import type { FileRecord } from './file-stages.ts';
import type { FilterRun } from './filter-run.ts';

/** Whether a file has comments that are heard: those of installed packages are not. */
export const speaks = ({ file, facts }: FileRecord): boolean =>
  facts.pragmas.length > 0 && file.isDependency !== true && file.isStub !== true;

/** How many comments installed packages have for this tool: who is analysed may not say what is shown of it. */
export const unheardComments = (records: Iterable<FileRecord>): number => {
  let count = 0;
  for (const { file, facts } of records) if (file.isDependency) count += facts.pragmas.length;
  return count;
};

/** Gives the suppression comments of a file, ready to be asked for its findings; undefined where it has none. */
export function suppressionReader(
  findings: readonly Finding[],
  { records, settings, rules, idle, targets, log }: FilterRun,
): (file: string) => Suppressions | undefined {
  if (![...records.values()].some(speaks)) return () => undefined;
  const customEvents = new Set(
    findings.filter(({ code }) => code === CUSTOM_EVENT.code).map(({ event }) => event),
  );
  const isWhole = log.faults.length === 0 && settings.dependencies?.leftOut !== true;
  return (file) => {
    const record = records.get(file);
    if (!record || !speaks(record)) return undefined;
    const { pragmas, problems, limits } = record.facts;
    return new Suppressions(pragmas, {
      ...{ file, rules, idle, targets, customEvents },
      reasonsWanted: settings.requireReason === true,
      isWhole: isWhole && limits.length === 0 && problems.every((one) => one.class !== 'syntax'),
    });
  };
}
