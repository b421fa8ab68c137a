/** The first due time after `now` in steps of `everySeconds` from `due`: late runs are not made up for. */
export function nextRun(due: Date, everySeconds: number, now: Date): Date {
  const step = everySeconds * 1000;
  const missed = Math.max(0, Math.floor((now.getTime() - due.getTime()) / step));
  return new Date(due.getTime() + (missed + 1) * step);
}
