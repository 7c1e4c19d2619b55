import type { Notification, ReportingDescriptor } from 'sarif';
import type { Limit, LimitKind, Report, RunFault } from '../../model/finding.ts';
import { limitPage } from '../../model/page.ts';
import { isSingular, type LimitGroup, limitGroups, limitPlace } from '../limits.ts';
import { counted } from '../style.ts';
import type { Artifacts } from './artifacts.ts';
import { messageText } from './message.ts';
import { pascalCase } from './rule.ts';

/** What a notification is about: a kind of limit, a fault of ours, or results that were left out. */
type Subject = LimitKind | 'fault' | 'results';

/** Permanent ids, and what each says. */
const SUBJECTS: Readonly<Record<Subject, readonly [id: string, text: string]>> = {
  'dynamic-code': ['PYA9001', 'Code made at run time is run.'],
  'dynamic-import': ['PYA9002', 'A module whose name is made at run time is imported.'],
  'native-module': ['PYA9003', 'Native code is used.'],
  syntax: ['PYA9004', 'A file does not parse.'],
  unreadable: ['PYA9005', 'A file cannot be read.'],
  encoding: ['PYA9006', 'The encoding of a file is unknown or wrong.'],
  'no-python': ['PYA9007', 'A path holds no Python code.'],
  'unresolved-call': ['PYA9008', 'A call could not be resolved.'],
  'unresolved-import': ['PYA9009', 'An imported module was not found.'],
  'dynamic-attribute': ['PYA9010', 'An attribute whose name is made at run time is used.'],
  'too-deep': ['PYA9011', 'Code is nested too deeply to be analysed.'],
  'target-version': ['PYA9012', 'A version of Python is beyond the data.'],
  internal: ['PYA9013', 'A part of the analysis failed.'],
  fault: ['PYA9014', 'The tool failed in a part of its work.'],
  results: ['PYA9015', 'Not every result is in this file, or in its order of place.'],
};

function descriptor(subject: Subject): ReportingDescriptor {
  const [id, text] = SUBJECTS[subject];
  return {
    id,
    name: pascalCase(subject === 'fault' || subject === 'results' ? `run-${subject}` : subject),
    shortDescription: { text },
    fullDescription: { text },
    help: { text, markdown: text },
    helpUri: limitPage(subject),
  };
}

interface Said {
  readonly subject: Subject;
  readonly level: Notification.level;
  readonly text: string;
  readonly at?: Limit | { readonly file: string; readonly region?: undefined };
}

function groupSaid(group: LimitGroup): Said[] {
  if (isSingular(group.kind)) {
    return group.limits.map((limit) => ({
      subject: limit.kind,
      level: 'warning',
      text: limit.message,
      ...(limit.file === '' ? {} : { at: limit }),
    }));
  }
  const { kind, reason, limits, count, files } = group;
  const first = limitPlace(limits[0]!);
  return [
    {
      subject: kind,
      level: 'note',
      text: `${reason}: ${counted(count, 'place')} in ${counted(files, 'file')}, first ${first}.`,
    },
  ];
}

const faultSaid = ({ stage, file, message }: RunFault): Said => ({
  subject: 'fault',
  level: 'error',
  text: `${stage}: ${message}`,
  ...(file === undefined ? {} : { at: { file } }),
});

function notification(said: Said, index: number, artifacts: Artifacts): Notification {
  const { at } = said;
  const region = at?.region?.inFile ?? at?.region;
  const location = at && {
    physicalLocation: {
      artifactLocation: artifacts.locate(at.file),
      ...(region
        ? {
            region: {
              startLine: region.line,
              startColumn: region.column,
              endLine: region.endLine,
              endColumn: region.endColumn,
            },
          }
        : {}),
    },
  };
  return {
    descriptor: { id: SUBJECTS[said.subject][0], index },
    level: said.level,
    message: { text: messageText(said.text) },
    ...(location ? { locations: [location] } : {}),
  };
}

/** What the run must say of itself: limits (those of which only the number tells, summed up), faults, left-out results. */
export function notifications(
  { limits, faults }: Report,
  notices: readonly string[],
  artifacts: Artifacts,
): { readonly descriptors: ReportingDescriptor[]; readonly list: Notification[] } {
  const said: Said[] = [
    ...faults.map(faultSaid),
    ...notices.map((text): Said => ({ subject: 'results', level: 'warning', text })),
    ...limitGroups(limits).flatMap(groupSaid),
  ];
  const subjects = [...new Set(said.map(({ subject }) => subject))];
  return {
    descriptors: subjects.map(descriptor),
    list: said.map((one) => notification(one, subjects.indexOf(one.subject), artifacts)),
  };
}
