import type { Finding, Span } from '../../model/finding.ts';
import type { OwnRule } from '../../model/named-rule.ts';
import type { TargetMask } from '../../model/targets.ts';

/**
 * A finding about a comment or a baseline that accepts others: a warning whatever the preset says of tiers. `message`:
 * a clause, which becomes a sentence.
 */
export const acceptanceFinding = (
  rule: OwnRule,
  file: string,
  at: Span,
  message: string,
  targets: TargetMask,
): Finding => ({
  kind: 'rule',
  file,
  at,
  site: at,
  event: rule.name,
  code: rule.code,
  tier: 'inventory',
  level: 'warning',
  confidence: 'high',
  provenance: 'direct',
  phases: [],
  targets,
  arguments: [],
  witness: [],
  enclosing: '',
  message: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
});
