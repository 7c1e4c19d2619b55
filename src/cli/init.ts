import { configuredRaisers } from '../config/configuration.ts';
import type { ResolvedOptions } from '../config/resolve.ts';
import { UsageError } from '../config/usage-error.ts';
import { gitRoot } from '../discover/git-root.ts';
import { attempt, type Host, HostError } from '../host/host.ts';
import { below, shown, within } from '../host/paths.ts';
import type { Report } from '../model/finding.ts';
import { neutralise } from '../report/neutralise.ts';
import { counted } from '../report/style.ts';
import { DEFAULT_BASELINE } from './accepted.ts';
import type { CommandLine } from './arguments.ts';
import { CONFIGURATION, configurationText, type Gate, WORKFLOW, workflowText } from './init-files.ts';
import { commandWith, type ProjectPlugins, projectPlugins } from './init-plugins.ts';
import type { CliIo, Composition } from './io.ts';
import { rulesOf } from './plugin-rules.ts';
import { judgementOf, readOptions, scopeOf } from './settings.ts';

/** A file that a project gets. */
interface NewFile {
  /** Absolute. */
  readonly path: string;
  readonly what: string;
  /** Made when it is to be written. */
  readonly text: () => Promise<string>;
}

interface Plan {
  readonly files: readonly NewFile[];
  /** What is left as it is, and why. */
  readonly left: readonly string[];
}

/** Makes a project ready: configuration, baseline and workflow, those that are not there yet. Overwrites nothing. */
export async function init(line: CommandLine, io: CliIo, parts: Composition): Promise<number> {
  const host = await parts.host();
  const rules = await rulesOf(line, parts);
  const table = await parts.table(rules, configuredRaisers(line, host));
  const options = readOptions(line, host, table);
  const paths = line.words.length > 0 ? line.words : ['.'];
  const { newer: _, ...scope } = scopeOf(paths, options, io.env);
  let accepted = 0;
  const baseline = async (): Promise<string> => {
    const settings = { ...scope, ...judgementOf(options), failOn: options.get('fail-on') };
    const file = options.get('baseline') ?? DEFAULT_BASELINE;
    const running = await parts.configured(rules, options.get('rule-options'));
    const report = await parts.analyse({ ...settings, baseline: { file, action: 'write' } }, table, {
      rules: running,
    });
    refuseFaults(report);
    accepted = report.baseline!.accepted;
    return report.baseline!.text!;
  };
  const plugins = projectPlugins(host, line);
  const gate = { version: parts.version, paths: line.words, plugins: plugins.files };
  const { files, left } = plan(host, gate, options, baseline);
  const say = (text: string): void => io.stdout.write(`${neutralise(text)}\n`);
  for (const sentence of left) say(sentence);
  if (files.length === 0) {
    say(`nothing to write; \`${commandWith(plugins)}\` checks the project`);
    return 0;
  }
  for (const { path, what } of files) say(`new: ${shown(host.directory, path)}, ${what}`);
  if (!(await isAgreed(options.get('yes'), io))) {
    say('nothing was written');
    return 0;
  }
  const made: { path: string; text: string }[] = [];
  for (const { path, text } of files) made.push({ path, text: await text() });
  for (const { path, text } of made) await writeNew(io, shown(host.directory, path), path, text);
  for (const sentence of nextSteps(files, host, { accepted, plugins, configured: options.get('baseline') }))
    say(sentence);
  return 0;
}

function refuseFaults({ faults }: Report): void {
  if (faults.length === 0) return;
  const said = faults.map(({ file, message }) => (file === undefined ? message : `${file}: ${message}`));
  throw new UsageError(`no baseline, since part of the run failed: ${said.join('; ')}`);
}

function plan(
  host: Host,
  gate: Pick<Gate, 'version' | 'paths' | 'plugins'>,
  options: ResolvedOptions,
  baseline: () => Promise<string>,
): Plan {
  const root = gitRoot(host, host.directory);
  const [configuration] = options.configuration.files;
  const accepted = host.absolute(options.get('baseline') ?? DEFAULT_BASELINE);
  const wanted: NewFile[] = [];
  if (!configuration)
    wanted.push({
      path: within(host.directory, CONFIGURATION),
      what: 'the configuration',
      text: async () => configurationText(DEFAULT_BASELINE),
    });
  wanted.push({
    path: accepted,
    what: 'the baseline: every finding of today is accepted',
    text: baseline,
  });
  if (root !== undefined)
    wanted.push({
      path: within(root, WORKFLOW),
      what: 'a workflow of GitHub Actions that checks pull requests',
      text: async () =>
        workflowText({
          ...gate,
          baseline: shown(host.directory, accepted),
          folder: below(root, host.directory) ?? '',
        }),
    });
  const isThere = ({ path }: NewFile): boolean => !(attempt(() => host.stat(path)) instanceof HostError);
  return {
    files: wanted.filter((file) => !isThere(file)),
    left: [
      ...(configuration ? [`the configuration is there (${configuration.file}), and stays as it is`] : []),
      ...wanted
        .filter(isThere)
        .map(({ path }) => `${shown(host.directory, path)} is there, and stays as it is`),
      ...(root === undefined ? ['no git repository here, so no workflow; run init again in one'] : []),
    ],
  };
}

async function isAgreed(yes: boolean, io: CliIo): Promise<boolean> {
  if (yes) return true;
  if (!io.ask) throw new UsageError('nobody is there to be asked; give --yes to write these files');
  return /^y(?:es)?$/i.test((await io.ask('Write them? [y/N] ')).trim());
}

async function writeNew(io: CliIo, name: string, path: string, text: string): Promise<void> {
  await io.newFile(path, text).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${name} cannot be written: ${reason}`);
  });
}

/** What there is to say of a project that has its files. */
interface Written {
  readonly accepted: number;
  readonly plugins: ProjectPlugins;
  /** The baseline that a configuration names already. */
  readonly configured: string | undefined;
}

function nextSteps(
  files: readonly NewFile[],
  host: Host,
  { accepted, plugins, configured }: Written,
): string[] {
  const names = files.map(({ path }) => shown(host.directory, path));
  const isConfigured = names.includes(CONFIGURATION) || configured !== undefined;
  const steps = [
    ...(isConfigured ? [] : [`add \`baseline = "${DEFAULT_BASELINE}"\` to your configuration`]),
    `commit ${names.join(', ')}`,
    ...(names.includes(WORKFLOW) && plugins.absent.length > 0
      ? [`see to it that ${WORKFLOW} finds ${plugins.absent.join(', ')}: a checkout does not hold it`]
      : []),
    `run \`${commandWith(plugins)}\`: only what is new is shown from now on`,
    ...(accepted > 0
      ? ['look through the baseline when there is time: each line is a place that nobody has judged yet']
      : []),
  ];
  return [
    `written; the baseline accepts ${counted(accepted, 'finding')}`,
    'next:',
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ];
}
