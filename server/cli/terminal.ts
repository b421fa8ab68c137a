import type { Output } from './command.ts';

const width = 100;

/** Lines to standard output, progress to the terminal's last line when there is one. */
export function terminalOutput(): Output {
  const shows = process.stderr.isTTY === true;
  return {
    line: (text) => {
      if (shows) process.stderr.write(`\r${' '.repeat(width)}\r`);
      process.stdout.write(`${text}\n`);
    },
    progress: (text) => {
      if (shows) process.stderr.write(`\r${text.slice(0, width).padEnd(width)}`);
    },
  };
}
