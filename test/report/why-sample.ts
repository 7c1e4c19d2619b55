import type { ExplainedFinding, Why } from '../../src/model/why.ts';
import { finding } from './sample.ts';

export const explained = (part: Partial<ExplainedFinding> = {}): ExplainedFinding => ({
  finding: finding({
    reachedFrom: {
      kind: 'console-script',
      name: 'tool',
      steps: [{ name: 'app.cli.main', file: 'app/cli.py', line: 9 }],
    },
    witness: [{ name: 'app.main.main', file: 'app/main.py', line: 5 }, { name: 'os.system' }],
  }),
  region: { line: 5, column: 8, endLine: 5, endColumn: 14 },
  costs: [],
  ...part,
});

/** A line with one finding. */
export const why: Why = {
  file: 'app/main.py',
  line: 5,
  text: "    os.system('ls -l')\n",
  enclosing: 'app.main.main',
  findings: [explained()],
  others: [],
  nearest: [],
  calls: [],
  limits: [],
  analysed: { files: 3, paths: ['.'] },
};
