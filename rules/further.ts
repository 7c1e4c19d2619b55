// Made by bin/dev/generate rules from the files of rules/further/; do not edit.
import type { Rule } from '../src/lint/rule/contract.ts';
import { auditName } from './further/audit-name.ts';
import { computedCode } from './further/computed-code.ts';
import { lateHook } from './further/late-hook.ts';
import { outsideArgument } from './further/outside-argument.ts';
import { unauditedNative } from './further/unaudited-native.ts';
import { unsafeHook } from './further/unsafe-hook.ts';

/** The rules beyond the audit event table, in order of code. */
export const furtherRules: readonly Rule[] = [
  lateHook,
  unsafeHook,
  auditName,
  outsideArgument,
  unauditedNative,
  computedCode,
];
