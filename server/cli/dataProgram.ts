import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command as Program } from 'commander';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { UsageError } from '../host/commandLine.ts';
import type { Command, Output } from './command.ts';
import { runInServer } from './control.ts';
import { demoProgram } from './demo.ts';
import { importFiles, importFilesFrom } from './importCommand.ts';
import { addUser, disableUser, resetPassword } from './userCommands.ts';

/** Runs a command in the running server, or on the data directly when no server runs. */
async function runOnData(command: Command<unknown>, args: unknown, output: Output): Promise<void> {
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

/** Adds `backup` to the command line. */
function addBackup(program: Program, output: Output): void {
  program
    .command('backup')
    .argument('<file>', 'where the copy goes; an earlier one is replaced when the new one is whole')
    .description('Copies the SQLite database while the server runs. Copy the folder DATA_DIR/files after it.')
    .action(async (file: string) => {
      const { database } = readConfig();
      if (database.dialect !== 'sqlite') throw new UsageError('The data is on PostgreSQL: use pg_dump.');
      if (!existsSync(database.file)) throw new UsageError(`There is no database at ${database.file}: set DATA_DIR.`);
      if (!existsSync(dirname(resolve(file)))) throw new UsageError(`There is no folder for ${file}.`);
      const { backUp } = await import('../db/backup.ts');
      const bytes = await backUp(database.file, file);
      output.line(`Backed up to ${file}: ${Math.ceil(bytes / 1_000_000)} MB.`);
    });
}

/** Adds the commands that work on an installation. */
export function addDataCommands(program: Program, output: Output): void {
  addBackup(program, output);
  const run = (command: Command<unknown>, args: unknown): Promise<void> => runOnData(command, args, output);
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
    .argument(
      '<path>',
      'a .xlsx or .zip file (also OneRoster), or a folder with students.csv, staff.csv, groups.csv ...',
    )
    .description('Brings a school in from its tables: all or nothing. Importing again changes only what changed.')
    .option('--dry-run', 'only say what would happen', false)
    .option(
      '--language <code>',
      'language of the report, and of people for whom the files tell none: ru, es or en',
      'en',
    )
    .option('--zone <zone>', 'of people for whom the files tell none: IANA name such as Europe/Madrid', 'UTC')
    .action((path: string, options: { dryRun: boolean; language: string; zone: string }) =>
      run(importFiles, { files: importFilesFrom(path), ...options }),
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
    .action((login: string, options: Record<string, string>) => run(addUser, { login, ...options }));
  user
    .command('password')
    .argument('<login>')
    .description('Prints a new password and ends the sessions of the account.')
    .action((login: string) => run(resetPassword, { login }));
  user
    .command('disable')
    .argument('<login>')
    .description('Locks an account out and ends its sessions.')
    .action((login: string) => run(disableUser, { login, isDisabled: true }));
  user
    .command('enable')
    .argument('<login>')
    .description('Lets a locked account in again.')
    .action((login: string) => run(disableUser, { login, isDisabled: false }));

  demoProgram(program.command('demo'), output);
}
