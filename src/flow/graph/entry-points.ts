import type { FunctionIndex, GuardId, OpId } from '../../facts/ir.ts';
import { isProject, type ProgramFile } from '../../link/program.ts';
import type { DeclaredEntry, EntryKind } from '../../model/entry.ts';
import type { Guards } from '../conditions/guards.ts';
import type { Flow } from '../flow.ts';
import type { FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import type { CallSite } from './call-sites.ts';
import { functionName } from './callee-names.ts';

/** Where code begins to run. */
export interface EntryPoint {
  readonly kind: EntryKind;
  /** Of a script its name, of a file how it is run, of a function its own name. */
  readonly name: string;
}

/** Files that installers and the interpreter's start run by their names. */
const INSTALL_FILES = /(^|\/)(setup|sitecustomize|usercustomize)\.py$/;

/** Hooks of a build backend (PEP 517, PEP 660). */
const BACKEND_HOOKS =
  /^(build_(wheel|sdist|editable)|prepare_metadata_for_build_\w+|get_requires_for_build_\w+)$/;

/** What setuptools calls on a command class (setuptools, "Extending or customizing Setuptools"). */
const COMMAND_METHODS: ReadonlySet<string> = new Set(['initialize_options', 'finalize_options', 'run']);
const COMMAND_CLASS = /^(setuptools|distutils)\.(Command|cmd\.Command|command\.)/;

/** `name = module:object` in a setup.py: an entry point in setuptools' own words. */
const SETUP_SCRIPT = /^\s*([\w.-]+)\s*=\s*([\w.]+)\s*:\s*([\w.]+)\s*(?:\[.*\]\s*)?$/;

/**
 * How the code of a program comes to run: each function with the entry points that it is itself, and module bodies
 * op by op, since a part of them may stand under `if __name__ == "__main__"`.
 */
export class EntryPoints {
  private readonly own = new Map<FunctionId, EntryPoint[]>();
  private readonly installing = new Set<ProgramFile>();
  private readonly modules: Uint8Array;
  private readonly f: Flow;
  private readonly guards: Guards;

  constructor(f: Flow, guards: Guards, sites: readonly CallSite[], declared: readonly DeclaredEntry[] = []) {
    this.f = f;
    this.guards = guards;
    this.modules = moduleBodies(f);
    for (const file of f.p.program.files) {
      if (isProject(file) && INSTALL_FILES.test(file.path)) this.installing.add(file);
    }
    for (const entry of [...declared, ...this.inSetupFiles()]) this.declare(entry);
    this.commands();
    const called = new Set<FunctionId>();
    for (const { callees } of sites) {
      for (const { token } of callees) {
        if (f.p.values.kind(token) === VALUE.function) called.add(f.p.values.x(token) as FunctionId);
      }
    }
    for (let id = 0 as FunctionId; id < f.p.activations.functionCount; id++) {
      if (this.isModule(id) || !isProject(f.p.activations.fileOfFunction(id))) continue;
      if (this.isPublic(id)) this.add(id, 'public', functionName(f, id));
      else if (!called.has(id)) this.add(id, 'unseen', functionName(f, id));
    }
  }

  /** The entry points that a function is itself; of a module body see `ofBody`. */
  of(id: FunctionId): readonly EntryPoint[] {
    return this.own.get(id) ?? [];
  }

  isModule(id: FunctionId): boolean {
    return this.modules[id] === 1;
  }

  /** What runs an op of a module body. */
  ofBody(file: ProgramFile, op: OpId): readonly EntryPoint[] {
    const asProgram: EntryPoint = { kind: 'main', name: `python ${file.path}` };
    if (this.guards.isMain(file, file.facts.guard[op] as GuardId)) {
      if (!isProject(file)) return [];
      return isMainModule(file) ? [mainModule(file)] : [asProgram];
    }
    if (this.installing.has(file)) return [{ kind: 'install', name: file.path }];
    if (file.kind === 'script') return [asProgram];
    const imported: EntryPoint = { kind: 'import', name: `import ${file.module}` };
    return isMainModule(file) ? [mainModule(file), imported] : [imported];
  }

  private add(id: FunctionId, kind: EntryKind, name: string): void {
    const known = this.own.get(id);
    if (!known) this.own.set(id, [{ kind, name }]);
    else if (!known.some((entry) => entry.kind === kind)) known.push({ kind, name });
  }

  private declare({ kind, name, module, object, folder }: DeclaredEntry): void {
    const within = folder.endsWith('/') ? folder : `${folder}/`;
    const { activations, program } = this.f.p;
    const file = program.files.find(
      (one) =>
        isProject(one) && one.module === module && (one.root === folder || one.root.startsWith(within)),
    );
    if (!file) return;
    if (kind !== 'console-script') this.installing.add(file);
    for (const [index, facts] of file.facts.functions.entries()) {
      const id = activations.functionId(file, index as FunctionIndex);
      if (kind === 'console-script' && facts.qualifiedName === object) this.add(id, kind, name);
      if (kind === 'build-backend' && BACKEND_HOOKS.test(facts.name)) this.add(id, 'install', name);
    }
    const variable = object === undefined ? undefined : file.facts.globals.get(object);
    if (kind !== 'console-script' || variable === undefined) return;
    for (const token of this.f.p.solver.at(activations.variable(this.f.p.moduleOf(file.id), variable))) {
      const id = this.functionOf(token);
      if (id !== undefined) this.add(id, kind, name);
    }
  }

  private functionOf(token: Token): FunctionId | undefined {
    const { values } = this.f.p;
    const fn = values.kind(token) === VALUE.boundMethod ? (values.x(token) as Token) : token;
    return values.kind(fn) === VALUE.function ? (values.x(fn) as FunctionId) : undefined;
  }

  private inSetupFiles(): DeclaredEntry[] {
    const found: DeclaredEntry[] = [];
    for (const file of this.f.p.program.files) {
      if (!isProject(file) || !/(^|\/)setup\.py$/.test(file.path)) continue;
      for (const constant of file.facts.constants) {
        const match = constant.kind === 'str' ? SETUP_SCRIPT.exec(constant.value) : null;
        if (!match) continue;
        const [, name, module, object] = match as unknown as [string, string, string, string];
        found.push({ kind: 'console-script', name, module, object, folder: file.root });
      }
    }
    return found;
  }

  /** Methods of classes that an installer is given as commands. */
  private commands(): void {
    const { values, activations } = this.f.p;
    for (const record of this.f.classes.all) {
      const isCommand = record.order.some(
        (base) => values.kind(base) === VALUE.library && COMMAND_CLASS.test(this.f.p.text(values.x(base))),
      );
      if (!isCommand) continue;
      const { file } = record.activation;
      if (!isProject(file)) continue;
      for (const [index, facts] of file.facts.functions.entries()) {
        if (facts.owner !== record.index || !COMMAND_METHODS.has(facts.name)) continue;
        this.add(activations.functionId(file, index as FunctionIndex), 'install', record.name);
      }
    }
  }

  /** Lambdas and nested functions are reached through what is around them. */
  private isPublic(id: FunctionId): boolean {
    const facts = this.f.p.activations.facts(id);
    if (facts.kind !== 'function') return false;
    const around = this.f.p.activations.fileOfFunction(id).facts.functions[facts.parent]!;
    return around.kind === 'module' && (!facts.name.startsWith('_') || facts.name.endsWith('__'));
  }
}

/** 1 for each function that is the body of a module. */
function moduleBodies({ p: { activations } }: Flow): Uint8Array {
  const bodies = new Uint8Array(activations.functionCount);
  for (let id = 0 as FunctionId; id < bodies.length; id++) {
    if (activations.facts(id).kind === 'module') bodies[id] = 1;
  }
  return bodies;
}

const isMainModule = (file: ProgramFile): boolean => /(^|\.)__main__$/.test(file.module);

const mainModule = (file: ProgramFile): EntryPoint => ({
  kind: 'main',
  name:
    file.module === '__main__'
      ? `python ${file.path}`
      : `python -m ${file.module.slice(0, -'.__main__'.length)}`,
});
