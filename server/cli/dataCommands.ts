import type { Command } from './command.ts';
import { importFiles } from './importCommand.ts';
import { addUser, disableUser, resetPassword } from './userCommands.ts';

/** The commands that a running server takes from the command line. */
export const dataCommands: readonly Command<unknown>[] = [addUser, resetPassword, disableUser, importFiles];
