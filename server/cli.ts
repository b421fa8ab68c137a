import { Command as Program } from 'commander';
import { createApp } from './app.ts';
import { catalog } from './catalog.ts';
import { type Command, exit } from './cli/command.ts';
import { runInServer } from './cli/control.ts';
import { demoProgram } from './cli/demo.ts';
import { importFiles, importFilesFrom } from './cli/importCommand.ts';
import { terminalOutput } from './cli/terminal.ts';
import { addUser, disableUser, resetPassword } from './cli/userCommands.ts';
import { readConfig } from './config.ts';
import { ConfigError } from './environment.ts';
import { type PluginCommand, UsageError } from './host/commandLine.ts';

/** The command line: `npm run -s tutoria -- <command>`. */
const program = new Program('tutoria')
  .description('Works on the installation that the environment names (DATA_DIR or DATABASE_URL).')
  .showHelpAfterError()
  .addHelpText('after', '\nExit codes: 0 done, 1 refused (the output says why), 2 wrong use, 70 defect.');

const output = terminalOutput();

/** Runs a command in the running server, or on the data directly when no server runs. */
async function runOnData(command: Command<unknown>, args: unknown): Promise<void> {
  const config = readConfig();
  const inServer = await runInServer(config, command, args, output);
  if (inServer !== undefined) {
    process.exitCode = inServer;
    return;
  }
  const app = await createApp(config);
  try {
    process.exitCode = await command.run(app, args, output);
    await app.dispatcher.idle();
  } finally {
    await app.close();
  }
}

program
  .command('migrate')
  .description('Brings the tables up to date. Starting the server does it too.')
  .action(async () => {
    const app = await createApp(readConfig());
    await app.close();
    output.line('The tables are up to date.');
  });

program
  .command('import')
  .argument('<path>', 'a .xlsx or .zip file (also OneRoster), or a folder with students.csv, staff.csv, groups.csv ...')
  .description('Brings a school in from its tables: all or nothing. Importing again changes only what changed.')
  .option('--dry-run', 'only say what would happen', false)
  .option('--language <code>', 'language of the report, and of people for whom the files tell none: ru, es or en', 'en')
  .option('--zone <zone>', 'of people for whom the files tell none: IANA name such as Europe/Madrid', 'UTC')
  .action((path: string, options: { dryRun: boolean; language: string; zone: string }) =>
    runOnData(importFiles, { files: importFilesFrom(path), ...options }),
  );

const user = program.command('user').description('Makes accounts and passwords.');
user
  .command('add')
  .argument('<login>', 'such as an e-mail address')
  .description('Makes a person with an account and prints the password.')
  .requiredOption('--given-name <name>')
  .requiredOption('--family-name <name>')
  .option('--role <role>', 'admin, coordinator, head, lead-tutor or psychologist', 'admin')
  .option('--language <code>', 'ru, es or en', 'en')
  .option('--zone <zone>', 'IANA name such as Europe/Madrid', 'UTC')
  .action((login: string, options: Record<string, string>) => runOnData(addUser, { login, ...options }));
user
  .command('password')
  .argument('<login>')
  .description('Prints a new password and ends the sessions of the account.')
  .action((login: string) => runOnData(resetPassword, { login }));
user
  .command('disable')
  .argument('<login>')
  .description('Locks an account out and ends its sessions.')
  .action((login: string) => runOnData(disableUser, { login, isDisabled: true }));
user
  .command('enable')
  .argument('<login>')
  .description('Lets a locked account in again.')
  .action((login: string) => runOnData(disableUser, { login, isDisabled: false }));

demoProgram(program.command('demo'), output);

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

for (const { ref, commandLine = [] } of catalog) {
  if (commandLine.length === 0) continue;
  const group = program.command(ref.plugin).description(`Commands of the plugin ${ref.plugin}.`);
  for (const command of commandLine) addPluginCommand(group, command);
}

program.exitOverride();
program.parseAsync().catch((reason: unknown) => {
  if (typeof reason === 'object' && reason !== null && 'exitCode' in reason && typeof reason.exitCode === 'number') {
    process.exitCode = reason.exitCode === 0 ? exit.done : exit.usage;
    return;
  }
  const told = reason instanceof ConfigError || reason instanceof UsageError;
  process.stderr.write(`${told ? reason.message : reason instanceof Error ? reason.stack : String(reason)}\n`);
  process.exitCode = told ? exit.usage : exit.defect;
});
