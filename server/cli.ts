import { Command as Program } from 'commander';
import { exit } from './cli/command.ts';
import { terminalOutput } from './cli/terminal.ts';
import { type CommandLineOfPlugin, commandLines } from './commandLines.ts';
import { type PluginCommand, UsageError } from './host/commandLine.ts';
import { whyNotStarted } from './startFailure.ts';

/** The command line: `npm run -s tutoria -- <command>`. */
const program = new Program('tutoria')
  .description('Works on the installation that the environment names (DATA_DIR or DATABASE_URL).')
  .showHelpAfterError()
  .addHelpText('after', '\nExit codes: 0 done, 1 refused (the output says why), 2 wrong use, 70 defect.');

const output = terminalOutput();

/** Aborts at the first SIGINT or SIGTERM; the next one does what signals do. */
function signalOfTheTerminal(): AbortSignal {
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ending.abort());
  return ending.signal;
}

function addPluginCommand(group: Program, { usage, summary, options, run }: PluginCommand): void {
  const command = group.command(usage).description(summary);
  for (const { flags, summary: about } of options) command.option(flags, about);
  command.action(async () => {
    process.exitCode = await run(command.args, command.opts(), output, signalOfTheTerminal());
  });
}

async function addPlugin({ plugin, load }: CommandLineOfPlugin): Promise<void> {
  const group = program.command(plugin).description(`Commands of the plugin ${plugin}.`);
  for (const command of await load()) addPluginCommand(group, command);
}

/** Commands of a plugin work on files: for them nothing of the server is loaded. */
async function addCommands(): Promise<void> {
  const asked = commandLines.find(({ plugin }) => plugin === process.argv[2]);
  if (asked) return addPlugin(asked);
  const { addDataCommands } = await import('./cli/dataProgram.ts');
  addDataCommands(program, output);
  for (const one of commandLines) await addPlugin(one);
}

program.exitOverride();
addCommands()
  .then(() => program.parseAsync())
  .catch((reason: unknown) => {
    if (typeof reason === 'object' && reason !== null && 'exitCode' in reason && typeof reason.exitCode === 'number') {
      process.exitCode = reason.exitCode === 0 ? exit.done : exit.usage;
      return;
    }
    const told = reason instanceof UsageError ? reason.message : whyNotStarted(reason);
    process.stderr.write(`${told ?? (reason instanceof Error ? reason.stack : String(reason))}\n`);
    process.exitCode = told ? exit.usage : exit.defect;
  });
