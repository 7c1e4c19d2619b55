import {
  ALL_TARGETS,
  join,
  meet,
  NO_TARGETS,
  PLATFORMS,
  type TargetMask,
  targetMask,
  VERSIONS,
} from '../../../src/model/targets.ts';
import { binaryShape, type NodeId, type SyntaxTable } from '../../../src/parse/nodes.ts';

const not = (mask: TargetMask): TargetMask => (ALL_TARGETS & ~mask) as TargetMask;

/**
 * Targets on which a test of a stub holds: `sys.version_info` and `sys.platform` against constants, joined by `and`,
 * `or` and `not` (the tests that the typing specification allows in stubs).
 * @throws Error for any other test
 */
export function targetsOf(table: SyntaxTable, test: NodeId): TargetMask {
  const kind = table.name(test);
  const text = table.slice(test);
  if (kind === 'ParenthesizedExpression') return targetsOf(table, table.children(test)[1]!);
  if (text === 'TYPE_CHECKING') return ALL_TARGETS;
  if (kind === 'UnaryExpression' && text.startsWith('not '))
    return not(targetsOf(table, table.children(test)[1]!));
  if (kind !== 'BinaryExpression') throw new Error(`not a test of the target: ${text}`);
  const { left, operator, right } = binaryShape(table, test);
  if (operator === 'and') return meet(targetsOf(table, left), targetsOf(table, right));
  if (operator === 'or') return join(targetsOf(table, left), targetsOf(table, right));
  const subject = table.slice(left);
  if (subject === 'sys.platform') return platformsOf(operator, table.slice(right), text);
  if (subject === 'sys.version_info') return versionsThat(operator, table.slice(right), text);
  throw new Error(`not a test of the target: ${text}`);
}

function platformsOf(operator: string, quoted: string, text: string): TargetMask {
  const name = quoted.slice(1, -1);
  const equal = targetMask(
    undefined,
    PLATFORMS.filter((platform) => platform === name),
  );
  if (operator === '==') return equal;
  if (operator === '!=') return not(equal);
  throw new Error(`not a test of the platform: ${text}`);
}

function versionsThat(operator: string, tuple: string, text: string): TargetMask {
  const match = /^\(3, ?(\d+)(?:, ?\d+)*,?\)$/.exec(tuple);
  if (!match) throw new Error(`not a test of the version: ${text}`);
  const least = Number(match[1]);
  const newer = VERSIONS.filter((version) => Number(version.slice(2)) >= least);
  if (operator === '>=') return newer.length === 0 ? NO_TARGETS : targetMask(newer);
  if (operator === '<') return not(newer.length === 0 ? NO_TARGETS : targetMask(newer));
  throw new Error(`not a test of the version: ${text}`);
}
