import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition, Scope, Stub } from './stub.ts';
import { readStub } from './stub.ts';

/** A definition and where it stands. */
export interface Found {
  readonly scope: Scope;
  readonly name: string;
  readonly definition: Definition;
}

/** All stubs below a folder, and what a name means in them. */
export class StubLibrary {
  readonly stubs = new Map<string, Stub>();
  /** Definition of a class in a private module -> the public module of the same name that hands it on. */
  private readonly handedOn = new Map<string, string>();

  /** Reads every stub below `folder`; names of packages come from the folders. */
  add(folder: string, package_ = ''): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('@')) this.add(path, `${package_}${entry.name.replace(/-stubs$/, '')}.`);
      } else if (entry.name.endsWith('.pyi')) {
        const own = entry.name.slice(0, -'.pyi'.length);
        const isPackage = own === '__init__';
        const module = isPackage ? package_.slice(0, -1) : `${package_}${own}`;
        if (module === '') continue;
        this.stubs.set(module, readStub(module, isPackage, readFileSync(path, 'utf8')));
      }
    }
  }

  /** Notes which public modules hand private classes on: `io.TextIOWrapper` is `_io.TextIOWrapper`. */
  settle(): void {
    for (const stub of this.stubs.values()) {
      if (stub.module.startsWith('_')) continue;
      for (const [name, definitions] of stub.scope.names) {
        for (const definition of definitions) {
          if (definition.kind !== 'from' || definition.name !== name) continue;
          if (!definition.module.startsWith('_') || definition.module.startsWith('_typeshed')) continue;
          const key = `${definition.module}.${name}`;
          const public_ = definition.module.replace(/^_+/, '');
          if (!this.handedOn.has(key) || stub.module === public_) {
            this.handedOn.set(key, `${stub.module}.${name}`);
          }
        }
      }
    }
  }

  /** The name under which programs know a class. */
  publicName(stub: Stub, path: string): string {
    const own = `${stub.module}.${path}`;
    return this.handedOn.get(own) ?? own;
  }

  /** What a bare name means in a scope: classes around it, the stub, then builtins. */
  lookUp(scope: Scope, name: string): Found | undefined {
    for (let at: Scope | undefined = scope; at; at = at.parent) {
      const found = this.member(at, name);
      if (found) return found;
    }
    const builtins = this.stubs.get('builtins')!.scope;
    return scope.stub.scope === builtins ? undefined : this.member(builtins, name);
  }

  /** A name of a scope, through star imports; imports are followed to what they name. */
  member(scope: Scope, name: string, depth = 0): Found | undefined {
    if (depth > 12) return undefined;
    const definitions = scope.names.get(name);
    if (definitions) {
      // the newest versions say what the name means where versions differ
      const definition = definitions.reduce((best, one) => (one.targets > best.targets ? one : best));
      return this.follow({ scope, name, definition }, depth);
    }
    if (scope.parent) return undefined;
    for (const { module } of scope.stub.stars) {
      const stub = this.stubs.get(module);
      const found = stub && this.member(stub.scope, name, depth + 1);
      if (found) return found;
    }
    return undefined;
  }

  private follow(found: Found, depth: number): Found | undefined {
    const { definition } = found;
    if (definition.kind !== 'from') return found;
    const stub = this.stubs.get(definition.module);
    const inner = stub && this.member(stub.scope, definition.name, depth + 1);
    if (inner) return inner;
    const module = `${definition.module}.${definition.name}`;
    if (!this.stubs.has(module)) return undefined;
    return { ...found, definition: { kind: 'module', module, targets: definition.targets } };
  }
}
