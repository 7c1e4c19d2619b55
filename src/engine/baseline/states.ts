import { createHash } from 'node:crypto';
import { attempt, type Host, HostError } from '../../host/host.ts';
import type { FileRecord } from '../file-stages.ts';

const LENGTH = 16;
const CR = 13;

/** What a file holds, whatever its line ends: 16 hex digits. Undefined if it cannot be read again. */
export function stateOf({ file, again }: FileRecord, host: Host): string | undefined {
  const bytes = 'bytes' in again ? again.bytes : attempt(() => host.read(file.real));
  if (bytes instanceof HostError) return undefined;
  // a checkout may write CRLF for LF
  const unified = bytes.includes(CR)
    ? Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    : bytes;
  return createHash('sha256').update(unified).digest('hex').slice(0, LENGTH);
}

/** A file of the project; installed packages and stubs have no findings of their own. */
export const isOwn = ({ file }: FileRecord): boolean => file.isDependency !== true && file.isStub !== true;
