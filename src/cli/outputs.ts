import { UsageError } from '../config/usage-error.ts';
import type { CliIo, FileContent } from './io.ts';

/** What to do about a file that cannot be written, by the code of the system's error. */
const ADVICE: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `its folder does not exist; create it first, as in \`mkdir -p ${folderOf(path)}\``,
  ENOTDIR: () => 'part of the path is a file; name another',
  EISDIR: () => 'it is a folder; name a file in it',
  EACCES: () => 'permission denied; name a file that you may write',
  EPERM: () => 'permission denied; name a file that you may write',
  EROFS: () => 'the disk is read-only; name a file elsewhere',
  ENOSPC: () => 'the disk is full',
};

const folderOf = (path: string): string => path.replace(/[\\/][^\\/]*$/, '') || '/';

/** Writes a whole file. @throws UsageError if that is not possible, with what to do. */
export async function writeOutput(
  io: Pick<CliIo, 'writeFile'>,
  what: string,
  path: string,
  content: FileContent,
): Promise<void> {
  await io.writeFile(path, content).catch((error: unknown) => {
    const said = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(`${what} cannot be written to ${path}: ${ADVICE[code]?.(path) ?? said}`);
  });
}
