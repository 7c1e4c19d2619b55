/** What a line of a cell becomes as Python. */
export interface PythonLine {
  readonly text: string;
  /** Columns to add for the place in the cell; absent: the whole line stands for any part of this one. */
  readonly shift?: number;
}

/** What IPython or an extension does, and nobody knows. */
export interface UnknownMagic {
  /** In the cell, from 1. */
  readonly line: number;
  readonly name: string;
}

/** Magics that run a program of that name, or the shell's command of that name. */
const COMMANDS = /^(?:pip|conda|mamba|micromamba|uv|ls|ll|cat|cp|mv|rm|mkdir|rmdir|man|less|more)$/;
/** Cell magics that hand the cell to a program (IPython.core.magics.script). */
const SCRIPTS = /^(?:bash|sh|cmd|powershell|pwsh|perl|ruby|pypy|python|python2|python3|script)$/;
/** The rest of the line, or of the cell, is Python. */
const TIMING = /^(?:time|timeit|prun|memit|mprun|lprun|capture|debug)$/;
/** Display and settings of the session. */
const SILENT =
  /^(?:autoreload|matplotlib|pylab|config|precision|who|who_ls|whos|history|hist|lsmagic|magic|pinfo2?|pdoc|pdef|psource|pfile|pprint|xmode|colors|alias|unalias|reset|reset_selective|autocall|automagic|autosave|gui|notebook|doctest_mode|pdb|page|pwd|quickref|rehashx|html|HTML|javascript|js|latex|markdown|svg|SVG)$/;

/** As Python writes a text. */
const quoted = (text: string): string => JSON.stringify(text).replace(/[\u007f-\uffff]/g, escaped);
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A command as the shell gets it: IPython puts variables in the place of `{name}` and `$name`. */
const command = (text: string): string =>
  /[{$]/.test(text) ? `get_ipython().var_expand(${quoted(text)})` : quoted(text);

/** Code for a line magic; undefined: nobody knows; empty: nothing that matters. */
function lineMagic(name: string, rest: string): string | undefined {
  const words = rest.split(/\s+/).filter((word) => word !== '');
  if (name === 'sx' || name === 'system') return `get_ipython().getoutput(${command(rest)})`;
  if (COMMANDS.test(name)) return `get_ipython().system(${command(`${name} ${rest}`)})`;
  if (name === 'cd') return `get_ipython().chdir(${command(words.at(-1) ?? '~')})`;
  if (name === 'env' || name === 'set_env') {
    const [, key, value] = /^(\w+)(?:\s*=\s*|\s+)(.*)$/.exec(rest) ?? [];
    return key === undefined ? '' : `get_ipython().set_env(${quoted(key)}, ${command(value!)})`;
  }
  if (name === 'run') {
    const file = words.find((word) => !word.startsWith('-'));
    return file === undefined ? '' : `exec(open(${command(file)}).read())`;
  }
  if (name === 'load_ext' || name === 'reload_ext') return words[0] ? `__import__(${quoted(words[0])})` : '';
  return SILENT.test(name) ? '' : undefined;
}

/** Code for a cell magic whose body is no Python; undefined: nobody knows. */
function cellMagic(name: string, rest: string, body: string): string | undefined {
  const words = rest.split(/\s+/).filter((word) => word !== '' && !word.startsWith('-'));
  if (SCRIPTS.test(name)) return `get_ipython().run_script(${quoted(name === 'script' ? rest : name)})`;
  if (/^(?:!|sx|system)$/.test(name)) return `get_ipython().getoutput(${command(body)})`;
  if (name === 'writefile' || name === 'file')
    return `get_ipython().write_file(${command(words[0] ?? '')}, ${/(?:^|\s)-a\b/.test(rest) ? "'a'" : "'w'"})`;
  return SILENT.test(name) ? '' : undefined;
}

const ASSIGNED = /^(\s*[\w.,()[\]*\s"']+?\s*=\s*)([!%])(?!=)(.*)$/s;
const HELP = /^\s*(?:\?{1,2}\s*[%\w.*]+|%{0,2}[A-Za-z_][\w.*]*(?:\[\w+\])*\?{1,2})\s*$/;

/**
 * A logical line that is no Python, as IPython reads it (IPython.core.inputtransformer2): a magic, a command, a
 * question. Undefined where it is Python.
 */
export function magicLine(line: string): PythonLine | { readonly unknown: string } | undefined {
  if (HELP.test(line)) return { text: `${/^\s*/.exec(line)![0]}pass` };
  const [, indent, mark, rest = ''] = /^([ \t]*)(!!?|%(?!%))(.*)$/s.exec(line) ?? [];
  if (mark?.startsWith('!')) {
    const method = mark === '!!' ? 'getoutput' : 'system';
    return { text: `${indent}get_ipython().${method}(${command(joined(rest))})` };
  }
  if (mark === '%') return ofLine(line, indent!, joined(rest));
  const [, target, sign, value = ''] = /=[ \t]*[!%]/.test(line) ? (ASSIGNED.exec(line) ?? []) : [];
  if (target === undefined) return undefined;
  if (sign === '!') return { text: `${target}get_ipython().getoutput(${command(joined(value))})` };
  const [, name = '', more = ''] = /^\s*([\w.]+)\s*(.*)$/s.exec(joined(value)) ?? [];
  const code = lineMagic(name, more);
  return code === undefined ? { unknown: `%${name}` } : { text: `${target}${code || 'None'}` };
}

/** A backslash at the end goes on in the next line. */
const joined = (text: string): string => text.replace(/\\\r?\n/g, ' ').trim();

function ofLine(line: string, indent: string, text: string): PythonLine | { readonly unknown: string } {
  const [, name = '', rest = ''] = /^([\w.]+)\s*(.*)$/s.exec(text) ?? [];
  if (TIMING.test(name)) {
    const code = rest.replace(/^(?:-[a-z]+\s*(?:\d+\s+)?)*/i, '');
    if (code === '') return { text: `${indent}pass` };
    return { text: indent + code, shift: line.lastIndexOf(code) - indent.length };
  }
  const code = lineMagic(name, rest);
  return code === undefined ? { unknown: `%${name}` } : { text: indent + (code || 'pass') };
}

/** What the first line of a cell says of the whole: code in the place of the cell, or that the rest is Python. */
export function wholeCell(
  first: string,
  body: string,
): { readonly code: string } | { readonly unknown: string } | 'python' | undefined {
  const [, name, rest = ''] = /^%%(!|[\w.]+)\s*(.*)$/.exec(first) ?? [];
  if (name === undefined) return undefined;
  if (TIMING.test(name)) return 'python';
  const code = cellMagic(name, rest.trim(), body);
  return code === undefined ? { unknown: `%%${name}` } : { code };
}
