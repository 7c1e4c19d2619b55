import yargs, { type Argv } from 'yargs';
import { didYouMean } from '../config/nearest.ts';
import { flagsOf } from '../config/options/index.ts';
import { COMMANDS, type Command, GROUPS } from '../config/options/option.ts';
import { UsageError } from '../config/usage-error.ts';
import { COMMON_FLAGS, flagText } from './flags.ts';

/** A command line taken apart, its values not yet understood. */
export interface CommandLine {
  readonly command: Command;
  readonly words: readonly string[];
  /** By flag, without dashes: the words given for it, in order; none for a switch. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
}

/** Text that the parser itself answers with: help, version. */
export interface Answer {
  readonly answer: string;
}

const NAME = 'pyaudit-lint';

/** The path that stands for standard input. */
export const STANDARD_INPUT = '-';
/** yargs loses a lone dash, and the current folder would be analysed in its place; no path has a NUL. */
const LONE_DASH = '\0-';

const DESCRIPTIONS: Readonly<Record<Command, readonly [usage: string, text: string]>> = {
  check: ['check [paths..]', 'report which audit events the code can raise (default)'],
  why: [
    'why <place> [event]',
    'tell how a line, FILE:LINE, comes to raise its events, or why it raises none',
  ],
  callgraph: ['callgraph [paths..]', 'print which function calls which, as JSON or for Graphviz'],
  events: [
    'events [names..]',
    'list the audit events, by name or glob; with --for, those that a library function can raise',
  ],
  api: ['api <module>', 'tell what each public function of a standard library module can raise'],
  explain: ['explain <event>', 'tell what an event means and what raises it (name or code)'],
  init: ['init [paths..]', 'write a configuration, a baseline and a CI workflow; overwrites nothing'],
  completion: ['completion [shell]', 'print a completion script: bash, zsh or fish (default: of $SHELL)'],
};

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['src', 'check a folder'],
  ['src --select category:process,category:network', 'only events of two categories'],
  ['. --output sarif=audit.sarif --fail-on none', 'SARIF for code scanning'],
  ['why src/app.py:12', 'how the program gets to a finding, and why it is so sure'],
  ['callgraph src --format dot', 'the call graph, to draw with Graphviz'],
  ["events 'socket.*' --python-version 3.13", 'part of the catalogue'],
  ['events --for shutil.copytree', 'what a call of a library function can raise, and how'],
  ['api tempfile --python-version 3.13', 'every function of a library module with its events'],
  ['explain os.system', 'one event'],
  ['init', 'start to use it in a project'],
];

const QUIRKS = {
  'boolean-negation': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'short-option-groups': false,
};

/** Whether any word may ask for help: `-h`, `--help`, and `help` at the end (yargs). */
const mayAskHelp = (argv: readonly string[]): boolean => argv.some((word) => /^-{0,2}h/.test(word));

/** @param withHelp yargs lays out the help of a command that it runs, which takes longer than a small analysis */
function withFlags(parser: Argv, command: Command, withHelp: boolean): Argv {
  for (const [name, flag] of flagsOf(command)) {
    parser = parser.option(name, {
      describe: flagText(flag),
      group: `${GROUPS[flag.option.group]}:`,
      ...(flag.isHidden || !withHelp ? { hidden: true } : {}),
      ...(flag.gives === undefined
        ? { type: 'string' as const, requiresArg: true }
        : { type: 'boolean' as const }),
    });
  }
  return parser;
}

type Parsed = Readonly<Record<string, unknown>>;

function checkFlags(parsed: Parsed, command: Command): void {
  const known = [...flagsOf(command).keys(), ...COMMON_FLAGS];
  const own = new Set([...known, 'h', '_', '$0', 'paths', 'names', 'place', 'event', 'module', 'shell']);
  for (const key of Object.keys(parsed)) {
    if (own.has(key)) continue;
    const dashes = key.length === 1 ? '-' : '--';
    const other = COMMANDS.find((name) => name !== command && flagsOf(name).has(key));
    const hint = didYouMean(key, known).replace('`', '`--') || (other ? `; \`${other}\` has it` : '');
    throw new UsageError(`there is no flag ${dashes}${key}${hint}; \`${NAME} ${command} --help\` lists them`);
  }
}

const texts = (value: unknown): string[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String);

/** The words given for each flag. */
function givenFlags(command: Command, parsed: Parsed): Map<string, readonly string[]> {
  const given = new Map<string, readonly string[]>();
  for (const [name, { gives }] of flagsOf(command)) {
    const value = parsed[name];
    if (value !== undefined && value !== false) given.set(name, gives === undefined ? texts(value) : []);
  }
  return given;
}

function commandLine(command: Command, parsed: Parsed): CommandLine {
  checkFlags(parsed, command);
  const positional = ['paths', 'names', 'place', 'event', 'module', 'shell'].flatMap((name) =>
    texts(parsed[name]),
  );
  // What follows `--` stands here, behind the command's own name.
  const rest = texts(parsed._).filter((word, index) => index > 0 || word !== command);
  const words = [...positional, ...rest].map((word) => (word === LONE_DASH ? STANDARD_INPUT : word));
  if (words.includes('')) throw new UsageError('an argument is empty; a variable without a value, perhaps?');
  if (words.includes(STANDARD_INPUT) && command !== 'check')
    throw new UsageError(`\`${command}\` reads no standard input; name a file (./- for one named so)`);
  if (command === 'explain' && words.length > 1)
    throw new UsageError(`one event or code at a time, or a glob as in \`${NAME} explain 'socket.*'\``);
  if (command === 'api' && words.length > 1)
    throw new UsageError(`one module at a time, as in \`${NAME} api shutil\``);
  if (command === 'why' && words.length > 2)
    throw new UsageError(`one place and one event at a time, as in \`${NAME} why src/app.py:12 os.system\``);
  return { command, words, flags: givenFlags(command, parsed) };
}

/** The parser's own phrases, in ours. */
function failure(message: string, command: string | undefined): UsageError {
  const flag = /^Not enough arguments following: (.+)$/.exec(message)?.[1];
  if (flag) return new UsageError(`--${flag} wants a value, as in --${flag}=...`);
  if (/^Not enough non-option arguments/.test(message)) {
    if (command === 'why') return new UsageError(`name a place, as in \`${NAME} why src/app.py:12\``);
    if (command === 'api') return new UsageError(`name a module, as in \`${NAME} api shutil\``);
    return new UsageError(`name an event or a code, as in \`${NAME} explain os.system\``);
  }
  return new UsageError(`${message}; see \`${NAME} --help\``);
}

function parserFor(
  argv: readonly string[],
  version: string,
  columns: number,
  take: (command: Command, parsed: Parsed) => void,
): Argv {
  const withHelp = mayAskHelp(argv);
  let parser = yargs()
    .scriptName(NAME)
    .usage('$0: which CPython audit events can this code raise?\n\nUsage: $0 [command] [options]')
    .detectLocale(false)
    .parserConfiguration(QUIRKS)
    .exitProcess(false)
    .wrap(Math.min(100, columns))
    .help()
    .alias('help', 'h')
    .version(version)
    .fail((message, error) => {
      // The parser's own errors come with both; those of our handlers with the error alone.
      throw message ? failure(message, argv[0]) : error;
    });
  for (const own of COMMANDS) {
    const [usage, text] = DESCRIPTIONS[own];
    parser = parser.command(
      own === 'check' ? [usage, '$0'] : usage,
      text,
      (sub) => withFlags(sub, own, withHelp),
      (parsed) => take(own, parsed),
    );
  }
  for (const [line, text] of EXAMPLES) parser = parser.example(`$0 ${line}`, text);
  return parser.epilogue('Exit: 0 clean, 1 findings at --fail-on or above, 2 trouble.');
}

/** A flag that may stand alone gets the value it then stands for: the parser would take the next word, a path. */
function withBareValues(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((word, index) => {
    const flag = end < 0 || index < end ? flagsOf('check').get(word.replace(/^--/, '')) : undefined;
    const { bare, kind } = flag?.option ?? {};
    if (!word.startsWith('--') || bare === undefined) return word;
    const next = argv[index + 1]?.split(',') ?? [];
    const isValue = next.length > 0 && next.every((one) => kind?.choices?.includes(one));
    return isValue ? word : `${word}=${bare}`;
  });
}

/**
 * Takes a command line apart.
 * @throws UsageError for flags that do not exist and values that are missing.
 */
export async function parseArguments(
  argv: readonly string[],
  version: string,
  columns: number,
): Promise<CommandLine | Answer> {
  let taken: CommandLine | undefined;
  let answer = '';
  const parser = parserFor(argv, version, columns, (command, parsed) => {
    taken = commandLine(command, parsed);
  });
  const words = withBareValues(argv).map((word) => (word === STANDARD_INPUT ? LONE_DASH : word));
  await parser.parseAsync(words, {}, (error, _parsed, output) => {
    if (error) throw error;
    answer = output;
  });
  if (answer !== '' || !taken) return { answer: answer === '' ? '' : `${answer}\n` };
  return taken;
}
