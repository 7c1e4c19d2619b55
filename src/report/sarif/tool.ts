import type { ReportingDescriptor, ToolComponent } from 'sarif';
import type { Report } from '../../model/finding.ts';

/** The project's page; anchors below it for rules that have no page of CPython's. */
export const INFORMATION_URI = 'https://github.com/pyaudit/pyaudit-lint';

/** SARIF's `driver`, with the rules and notifications that this run refers to by index. */
export const driver = (
  { tool }: Report,
  rules: ReportingDescriptor[],
  notifications: ReportingDescriptor[],
): ToolComponent => ({
  name: tool.name,
  organization: 'pyaudit',
  version: tool.version,
  semanticVersion: tool.version,
  informationUri: INFORMATION_URI,
  rules,
  notifications,
});
