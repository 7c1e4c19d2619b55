import type { Pragma } from '../../facts/pragmas.ts';
import { compareText } from '../../lint/order.ts';
import { INVALID_SUPPRESSION, SUPPRESSION_WITHOUT_REASON, UNUSED_SUPPRESSION } from '../../lint/own-rules.ts';
import { selectorTest } from '../../lint/select.ts';
import { TIERS } from '../../model/catalogue.ts';
import type { Finding, Span } from '../../model/finding.ts';
import type { NamedRule, OwnRule } from '../../model/named-rule.ts';
import { meet, NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import { acceptanceFinding } from './acceptance-finding.ts';
import { type Cover, coversOf } from './cover.ts';
import { type Directive, type Misspelling, type NamedEvents, readDirective } from './directive.ts';
import { selectorFault, targetsNamed } from './selector-fault.ts';

/** What the comments of a file are judged by. */
export interface SuppressionContext {
  readonly file: string;
  readonly rules: readonly NamedRule[];
  /** Those of them that did not run, by code. */
  readonly idle: ReadonlySet<string>;
  readonly targets: TargetMask;
  /** Events of the program that no catalogue has. */
  readonly customEvents: ReadonlySet<string>;
  /** Whether every suppression must say why. */
  readonly reasonsWanted: boolean;
  /** The analysis saw all it can of this file and what it uses; else an unused comment may have its use. */
  readonly isWhole: boolean;
}

/** Longest list of events that a message proposes. */
const MOST_PROPOSED = 3;

/** The suppression comments of one file: which finding each accepts, and what is wrong with them. */
export class Suppressions {
  private readonly pragmas: readonly Pragma[];
  private readonly context: SuppressionContext;
  private readonly directives: readonly Directive[];
  private readonly covers: readonly {
    readonly cover: Cover;
    readonly test: ReturnType<typeof selectorTest>;
  }[];
  private readonly misspelt: Misspelling[] = [];
  private readonly faulty = new Set<NamedEvents>();
  private readonly used = new Set<NamedEvents>();
  private readonly seen: Finding[] = [];

  constructor(pragmas: readonly Pragma[], context: SuppressionContext) {
    this.pragmas = pragmas;
    this.context = context;
    const directives: Directive[] = [];
    for (const pragma of pragmas) {
      const read = readDirective(pragma);
      if ('problem' in read) this.misspelt.push(read);
      else directives.push(read);
    }
    this.directives = directives;
    const { covers, problems } = coversOf(directives);
    this.misspelt.push(...problems);
    this.checkNames();
    this.covers = covers.map((cover) => ({ cover, test: selectorTest(this.soundNames(cover.directive)) }));
  }

  private checkNames(): void {
    for (const { verb, names } of this.directives) {
      for (const name of names) {
        const problem = selectorFault(name.selector, this.context);
        if (problem === undefined) continue;
        this.faulty.add(name);
        if (verb !== 'ignore-end') this.misspelt.push({ at: name.at, problem });
      }
    }
  }

  private soundNames({ names }: Directive): string[] {
    return names.filter((name) => !this.faulty.has(name)).map(({ selector }) => selector);
  }

  /** The narrowest directive that names the finding and reaches it; it has its use by that. */
  accepts(finding: Finding): Directive | undefined {
    this.seen.push(finding);
    const found = this.covers.find(({ cover, test }) => isIn(finding.at.from, cover.reach) && test(finding));
    if (!found) return undefined;
    const { directive } = found.cover;
    const name = directive.names.find(
      (one) => !this.faulty.has(one) && selectorTest([one.selector])(finding),
    );
    if (name) this.used.add(name);
    return directive;
  }

  /** What is wrong with the comments, after every finding of the file has been asked for; in order of place. */
  findings(): Finding[] {
    const invalid = this.misspelt.map((one) =>
      this.finding(INVALID_SUPPRESSION, one.at, one.verb ? this.proposal(one) : one.problem),
    );
    const withoutReason = this.context.reasonsWanted
      ? this.directives
          .filter(({ verb, reason }) => verb !== 'ignore-end' && reason === undefined)
          .map(({ pragma }) =>
            this.finding(
              SUPPRESSION_WITHOUT_REASON,
              pragma.at,
              `the comment says no reason; write it behind the brackets, as in \`${pragma.text.replace(/\s*--\s*$/, '')} -- reason\``,
            ),
          )
      : [];
    const unused = this.context.isWhole ? this.covers.flatMap(({ cover }) => this.unused(cover)) : [];
    return [...invalid, ...withoutReason, ...unused].sort(
      (a, b) => a.at.from - b.at.from || compareText(a.event, b.event),
    );
  }

  private unused({ directive: { names, pragma } }: Cover): Finding[] {
    const sound = names.filter((name) => !this.faulty.has(name));
    const idle = sound.filter((name) => !this.used.has(name) && this.isPossible(name));
    const said = (one: NamedEvents): string => `nothing in its reach raises \`${one.selector}\``;
    if (idle.length === names.length) {
      const listed = idle.map(({ selector }) => `\`${selector}\``).join(' or ');
      const message = `nothing in its reach raises ${listed}; remove the comment`;
      return [this.finding(UNUSED_SUPPRESSION, pragma.at, message)];
    }
    return idle.map((one) => this.finding(UNUSED_SUPPRESSION, one.at, `${said(one)}; remove the name`));
  }

  /** Whether any of the chosen targets can raise it: what holds on Windows is idle where only Linux is analysed. */
  private isPossible({ selector }: NamedEvents): boolean {
    return meet(targetsNamed(selector, this.context), this.context.targets) !== NO_TARGETS;
  }

  /** A comment without names, with those of the findings about it. */
  private proposal({ at, problem, verb }: Misspelling): string {
    const reach = coversOf([this.asDirective(at, verb!)]).covers[0]?.reach;
    const near = this.seen.filter((finding) => reach && isIn(finding.at.from, reach));
    near.sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || compareText(a.event, b.event));
    const events = [...new Set(near.map(({ event }) => event))].slice(0, MOST_PROPOSED);
    const names = events.length > 0 ? events.join(', ') : 'os.system';
    return `${problem}, and no form covers all; write \`# pyaudit: ${verb}[${names}] -- reason\``;
  }

  private asDirective(at: Span, verb: Directive['verb']): Directive {
    const pragma = this.pragmas.find((one) => one.at.from === at.from)!;
    return { verb, names: [], pragma };
  }

  private finding(rule: OwnRule, at: Span, message: string): Finding {
    return acceptanceFinding(rule, this.context.file, at, message, this.context.targets);
  }
}

const isIn = (offset: number, { from, to }: Span): boolean => offset >= from && offset < to;
