import * as K from '../kind-numbers.ts';
import type { Scope, Scopes } from './scopes.ts';
import { type Symbols, symbolsOf } from './symbols.ts';
import type { Findings } from './walk.ts';

/** `global` and `nonlocal` against the names of their scopes (Python/symtable.c). One a module. */
export class Declarations {
  private readonly findings: Findings;
  private readonly scopes: Scopes;
  private readonly symbols = new Map<number, Symbols>();
  private readonly declared = new Map<number, Map<string, 'global' | 'nonlocal'>>();

  constructor(findings: Findings, scopes: Scopes) {
    this.findings = findings;
    this.scopes = scopes;
  }

  /** A ScopeStatement. */
  check(node: number): void {
    const { table } = this.findings;
    const word = table.kind[table.first[node]!] === K.kwGlobal ? 'global' : 'nonlocal';
    const index = this.scopes.enclosing();
    const scope = this.scopes.at(index);
    if (word === 'nonlocal' && scope.kind === 'module') {
      this.findings.semantic(node, 'nonlocal declaration not allowed at module level');
      return;
    }
    const declared = this.declared.get(scope.node) ?? new Map<string, 'global' | 'nonlocal'>();
    this.declared.set(scope.node, declared);
    for (let child = table.first[node]!; child >= 0; child = table.next[child]!) {
      if (table.kind[child] !== K.VariableName) continue;
      const name = table.text.slice(table.from[child], table.to[child]);
      this.checkName(child, name, word, index);
      if (declared.has(name) && declared.get(name) !== word) {
        this.findings.semantic(child, `name '${name}' is nonlocal and global`);
      }
      declared.set(name, word);
    }
  }

  private checkName(node: number, name: string, word: 'global' | 'nonlocal', index: number): void {
    const scope = this.scopes.at(index);
    const symbol = this.symbolsIn(scope).get(name);
    if (symbol?.parameter) this.findings.semantic(node, `name '${name}' is parameter and ${word}`);
    else if (symbol && symbol.first < node) {
      const what = symbol.bound ? 'assigned to before' : 'used prior to';
      this.findings.semantic(node, `name '${name}' is ${what} ${word} declaration`);
    } else if (word === 'nonlocal' && !this.isBoundAround(name, index)) {
      this.findings.semantic(node, `no binding for nonlocal '${name}' found`);
    }
  }

  private isBoundAround(name: string, index: number): boolean {
    for (let at = index - 1; at > 0; at--) {
      const scope = this.scopes.at(at);
      // The cell behind `super()` counts as bound in the class.
      if (scope.kind === 'class' && name === '__class__') return true;
      if (scope.kind !== 'function' && scope.kind !== 'async function') continue;
      const word = this.declared.get(scope.node)?.get(name);
      if (word === 'nonlocal') return true;
      if (word !== 'global' && this.symbolsIn(scope).get(name)?.bound) return true;
    }
    return false;
  }

  /** `name: T`, where the name may have been declared otherwise. */
  checkAnnotated(name: number): void {
    const { table } = this.findings;
    const scope = this.scopes.at(this.scopes.enclosing());
    if (scope.kind === 'module' || this.declared.size === 0) return;
    const text = table.text.slice(table.from[name], table.to[name]);
    const word = this.declared.get(scope.node)?.get(text);
    if (word) this.findings.semantic(name, `annotated name '${text}' can't be ${word}`);
  }

  private symbolsIn({ node }: Scope): Symbols {
    let symbols = this.symbols.get(node);
    if (!symbols) {
      symbols = symbolsOf(this.findings.table, node);
      this.symbols.set(node, symbols);
    }
    return symbols;
  }
}
