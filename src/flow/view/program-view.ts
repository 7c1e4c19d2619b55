import { isProject } from '../../link/program.ts';
import type { Span } from '../../model/finding.ts';
import type { CallView, ClassView, FunctionView, ImportView, ProgramView } from '../../model/program-view.ts';
import type { TargetMask } from '../../model/targets.ts';
import type { CallSite } from '../graph/call-sites.ts';
import type { FunctionId } from '../solve/activations.ts';
import type { Token } from '../solve/values.ts';
import { CallViews } from './calls.ts';
import { classViews } from './classes.ts';
import { importViews } from './imports.ts';
import { grouped, ProgramIndex, type Solved } from './program-index.ts';

/** What rules may ask of a solved program. Nothing is looked up before it is asked for. */
export function programView(solved: Solved): ProgramView {
  return new View(solved);
}

class View implements ProgramView {
  readonly targets: TargetMask;
  private readonly index: ProgramIndex;
  private readonly views: CallViews;
  private imported: readonly ImportView[] | undefined;
  private byFile: ReadonlyMap<string, readonly CallSite[]> | undefined;
  private readonly byPlace = new Map<string, ReadonlyMap<number, readonly CallSite[]>>();

  constructor(solved: Solved) {
    this.index = new ProgramIndex(solved);
    this.views = new CallViews(this.index);
    this.targets = solved.targets;
  }

  calls(name?: (name: string) => boolean): readonly CallView[] {
    const { values } = this.index.flow.p;
    // methods of many objects bear one name
    const asked = new Map<number, boolean>();
    const isNamed = (token: Token): boolean => {
      const key = values.x(token) * 16 + values.kind(token);
      let answer = asked.get(key);
      if (answer === undefined) {
        answer = name === undefined || this.views.namesOf(token).some(name);
        asked.set(key, answer);
      }
      return answer;
    };
    const wanted = ({ callees }: CallSite) =>
      name === undefined || callees.some(({ token }) => isNamed(token));
    return this.index.solved.sites
      .filter((site) => isProject(site.file) && wanted(site))
      .sort((a, b) => a.file.id - b.file.id || a.file.facts.atFrom[a.op]! - b.file.facts.atFrom[b.op]!)
      .map((site) => this.views.of(site));
  }

  imports(): readonly ImportView[] {
    this.imported ??= importViews(this.index);
    return this.imported;
  }

  functions(): readonly FunctionView[] {
    const { activations } = this.index.flow.p;
    const found: FunctionView[] = [];
    for (let id = 0 as FunctionId; id < activations.functionCount; id++) {
      if (isProject(activations.fileOfFunction(id))) found.push(this.views.functionOf(id));
    }
    return found;
  }

  classes(): readonly ClassView[] {
    return classViews(this.index, (id) => this.views.functionOf(id));
  }

  isEvent(name: string): boolean {
    return this.index.flow.p.table.eventIds.has(name);
  }

  callAt(file: string, { from, to }: Span): CallView | undefined {
    let sites = this.byPlace.get(file);
    if (!sites) {
      this.byFile ??= grouped(this.index.solved.sites, (site) => [site.file.path]);
      sites = grouped(this.byFile.get(file) ?? [], (site) => [site.file.facts.atFrom[site.op]!]);
      this.byPlace.set(file, sites);
    }
    const site = sites.get(from)?.find((one) => one.file.facts.atTo[one.op] === to);
    return site && this.views.of(site);
  }
}
