import type { ReportingDescriptor, ToolComponent } from 'sarif';
import type { Report } from '../../model/finding.ts';
import { PROJECT } from '../../model/page.ts';

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
  informationUri: PROJECT,
  rules,
  notifications,
});
