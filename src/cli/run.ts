import { UsageError } from '../config/usage-error.ts';
import { unreachable } from '../model/brand.ts';
import { neutralise } from '../report/neutralise.ts';
import { type Answer, type CommandLine, parseArguments } from './arguments.ts';
import { check } from './check.ts';
import { COMPLETION_FLAG, completions } from './complete.ts';
import { completion } from './completion.ts';
import { events } from './events.ts';
import { explain } from './explain.ts';
import type { CliIo, Composition } from './io.ts';
import { why } from './why.ts';

const TROUBLE = 2;

/** Commands that need the library's data load with it; the others are less than a file's worth of loading each. */
async function command(line: CommandLine, io: CliIo, parts: Composition): Promise<number> {
  switch (line.command) {
    case 'check':
      return check(line, io, parts);
    case 'why':
      return why(line, io, parts);
    case 'callgraph':
      return (await import('./call-graph.ts')).callGraph(line, io, parts);
    case 'events':
      if (line.flags.has('for')) return (await import('./events-for.ts')).eventsForName(line, io, parts);
      return events(line, io, parts);
    case 'api':
      return (await import('./api.ts')).api(line, io, parts);
    case 'explain':
      return explain(line, io, parts);
    case 'init':
      return (await import('./init.ts')).init(line, io, parts);
    case 'completion':
      return completion(line, io);
    default:
      return unreachable(line.command);
  }
}

const isAnswer = (parsed: CommandLine | Answer): parsed is Answer => 'answer' in parsed;

/**
 * One run of the command line: reports on stdout, all else on stderr. Gives the exit code and throws nothing: wrong
 * usage and faults of ours end with 2 and a message.
 */
export async function run(argv: readonly string[], io: CliIo, parts: Composition): Promise<number> {
  try {
    const asked = argv.indexOf(COMPLETION_FLAG);
    if (asked >= 0) {
      for (const word of await completions(argv.slice(asked + 1), parts)) io.stdout.write(`${word}\n`);
      return 0;
    }
    const parsed = await parseArguments(argv, parts.version, io.columns);
    if (isAnswer(parsed)) {
      io.stdout.write(parsed.answer);
      return 0;
    }
    return await command(parsed, io, parts);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const what = error instanceof UsageError ? said : `internal fault: ${said}`;
    for (const part of what.split('\n')) io.stderr.write(`pyaudit-lint: ${neutralise(part)}\n`);
    return TROUBLE;
  }
}
