import type {
  ArgumentValue,
  CostPart,
  LimitKind,
  Phase,
  Provenance,
  ReachedFrom,
  Span,
  WitnessStep,
} from '../model/finding.ts';
import type { ProgramView } from '../model/program-view.ts';
import type { EventId, RaiserTable } from '../model/raiser-table.ts';
import type { TargetMask } from '../model/targets.ts';
import type { CallStatistics } from './graph/call-statistics.ts';

/** One (site, event) of the analysed project, before rules, levels and texts. */
export interface RaisedEvent {
  /** Path of the file as `discover` gave it. */
  readonly file: string;
  /** Qualified name of the enclosing function without the module; empty in the module body. */
  readonly enclosing: string;
  /** The callee's last name, the imported name, the attribute. */
  readonly at: Span;
  readonly site: Span;
  /** A row of the catalogue, or the name given to `sys.audit` (`undefined`: not a constant). */
  readonly event: { readonly id: EventId } | { readonly custom: string | undefined };
  readonly targets: TargetMask;
  /** 0 is certain; see the word "confidence" in ARCHITECTURE.md. */
  readonly cost: number;
  /** What it is made of. */
  readonly costs: readonly CostPart[];
  /** Call edges between the site and the raiser. */
  readonly edges: number;
  /** The best grade this event may have whatever its cost (`import` is never above medium). */
  readonly ceiling?: 'medium' | 'low';
  readonly provenance: Provenance;
  readonly phases: readonly Phase[];
  readonly arguments: readonly (readonly [name: string, value: ArgumentValue])[];
  readonly witness: readonly WitnessStep[];
  readonly reachedFrom?: ReachedFrom;
  /** It comes out of the body of a library module that the site imports. */
  readonly ofBody?: true;
}

/** What could not be seen in one place; `at` absent: the whole file. */
export interface AnalysisLimit {
  readonly kind: LimitKind;
  readonly file: string;
  readonly at?: Span;
  /** Qualified name of the enclosing function without the module, as in `RaisedEvent`. */
  readonly enclosing?: string;
  readonly reason: string;
  readonly message: string;
  /** How many places it stands for; absent: one. */
  readonly count?: number;
}

/** The frozen result of `flow`. Events in order of file, offset, event. */
export interface Analysis {
  readonly table: RaiserTable;
  readonly targets: TargetMask;
  readonly events: readonly RaisedEvent[];
  readonly limits: readonly AnalysisLimit[];
  /** Where they were asked for. */
  readonly calls?: CallStatistics;
  /** What rules beyond the table look at, where it was asked for; it keeps the solved program in memory. */
  readonly program?: ProgramView;
}
