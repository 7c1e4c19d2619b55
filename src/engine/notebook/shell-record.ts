import { LineTable } from '../../model/line-table.ts';
import type { FileRecord } from '../file-stages.ts';
import type { Stages } from '../stages.ts';
import { SHELL, SHELL_FILE, SHELL_MODULE } from './shell.ts';

/** What is known of IPython's shell, as a module of a package. */
export function shellRecord(stages: Stages): FileRecord {
  return {
    file: {
      ...{ path: SHELL_FILE, real: SHELL_FILE, root: SHELL_FILE, module: SHELL_MODULE },
      ...{ isPackage: false, kind: 'module', isDependency: true },
    },
    facts: stages.lower(stages.parse(SHELL)),
    lines: new LineTable(SHELL),
    bytes: 0,
    again: { digest: '' },
  };
}
