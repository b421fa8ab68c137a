import { type PluginCommand, UsageError } from '../../../server/host/commandLine.ts';
import { checkFile } from './checkFile.ts';
import { FileRefusal, refusalText } from './fileRefusal.ts';
import { rounded, scoreLines } from './scoreLines.ts';

/** `tutoria timetable check FILE OUT`. */
export const checkCommand: PluginCommand = {
  usage: 'check <file> <solution>',
  summary:
    'Recounts a solution of a .ctt or .fet file from scratch. Exit code 0: no hard rule broken, 1: some are, 2: unreadable.',
  options: [{ flags: '--json', summary: 'the whole score, case by case, as JSON' }],
  run: async ([file, solution], { json }, output) => {
    if (file === undefined || solution === undefined) throw new UsageError('Name a file and its solution.');
    try {
      const { score, uncovered } = await checkFile(file, solution);
      output.line(
        json === true
          ? JSON.stringify({
              ok: true,
              file,
              hard: score.hard,
              soft: rounded(score.soft),
              byConstraint: score.byConstraint,
              uncovered,
            })
          : [...scoreLines(score), ...uncovered.map((type) => `not judged: ${type}`)].join('\n'),
      );
      return score.hard > 0 ? 1 : 0;
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      output.line(refusalText(error, json === true));
      return 2;
    }
  },
};
