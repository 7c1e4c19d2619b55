import type { Finding } from '../model/finding.ts';

/** The hex SHA-256 of a text's UTF-8 bytes. */
export type Sha256 = (text: string) => string;

/** Python sources cannot hold NUL, so no two different findings give the same joined text. */
const SEPARATOR = '\0';
const LENGTH = 32;

/**
 * `pyauditEvent/v1`: what a finding is known by across edits elsewhere in its file, renamed files and moved
 * functions. `logicalLine`: the tokens of the finding's logical line, joined by one blank, without comments.
 */
export function fingerprint(finding: Finding, logicalLine: string, sha256: Sha256): string {
  const parts = [finding.event, finding.enclosing, logicalLine, finding.provenance];
  return sha256(parts.join(SEPARATOR)).slice(0, LENGTH);
}
