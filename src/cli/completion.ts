import { UsageError } from '../config/usage-error.ts';
import type { CommandLine } from './arguments.ts';
import { COMPLETION_FLAG } from './complete.ts';
import type { CliIo } from './io.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

const ASK = `pyaudit-lint ${COMPLETION_FLAG}`;

const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# pyaudit-lint completion bash >> ~/.bashrc
_pyaudit_lint() {
  local IFS=$'\\n'
  COMPREPLY=($(${ASK} "\${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null))
}
complete -o bashdefault -o default -F _pyaudit_lint pyaudit-lint
`,
  zsh: `# pyaudit-lint completion zsh >> ~/.zshrc
_pyaudit_lint() {
  local -a found
  found=("\${(@f)$(${ASK} "\${(@)words[1,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then compadd -a found; else _files; fi
}
compdef _pyaudit_lint pyaudit-lint
`,
  fish: `# pyaudit-lint completion fish > ~/.config/fish/completions/pyaudit-lint.fish
complete -c pyaudit-lint -a '(${ASK} (commandline -opc) (commandline -ct) 2>/dev/null)'
`,
};

/** Prints the completion script of a shell: the one named, else the user's own. */
export async function completion(line: CommandLine, io: CliIo): Promise<number> {
  const word = line.words[0] ?? io.env.SHELL?.split('/').at(-1) ?? 'bash';
  const shell = SHELLS.find((name) => name === word);
  if (!shell) throw new UsageError(`there is no completion for ${word}; name one of ${SHELLS.join(', ')}`);
  io.stdout.write(SCRIPTS[shell]);
  return 0;
}
