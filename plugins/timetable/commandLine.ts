import type { PluginCommand } from '../../server/host/commandLine.ts';
import { checkCommand } from './cli/checkCommand.ts';
import { solveCommand } from './cli/solveCommand.ts';

/** `tutoria timetable <command>`. */
export const commandLine: readonly PluginCommand[] = [solveCommand, checkCommand];
