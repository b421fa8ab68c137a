import type { PluginCommand } from './host/commandLine.ts';

/** A plugin that adds commands to the command line. */
export interface CommandLineOfPlugin {
  readonly plugin: string;
  /** Loads what its commands need, and nothing of the server: they work on files. */
  load(): Promise<readonly PluginCommand[]>;
}

/** The plugins of this installation that have commands. Apart from the catalog, because a command on a file waits for no server to load. */
export const commandLines: readonly CommandLineOfPlugin[] = [
  { plugin: 'timetable', load: async () => (await import('../plugins/timetable/commandLine.ts')).commandLine },
];
