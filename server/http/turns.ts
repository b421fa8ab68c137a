import type { IncomingMessage } from 'node:http';

type LetIn = (req: Pick<IncomingMessage, 'socket'>, res: unknown, next: () => void) => void;

/** More are not begun in one turn, however quick they are. */
const mostATurn = 100;

/**
 * Lets requests begin for so long in one turn of the event loop; the rest begin in the next turns, in their order. On SQLite a
 * request is answered without the loop turning once, so that hundreds which arrive together would otherwise be one turn: for as long
 * nobody would be let in, no socket be heard, no timer run. Whoever has left meanwhile is not answered.
 */
export function inTurns(longestMs: number): LetIn {
  const waiting: (() => void)[] = [];
  let began: number | undefined;
  /** Whether what began last has not even come to what it awaits: of one piece of data several requests arrive at once. */
  let isBeginning = false;

  function hasTime(): boolean {
    if (began !== undefined) return performance.now() - began < longestMs;
    began = performance.now();
    setImmediate(nextTurn);
    return true;
  }

  function nextTurn(): void {
    began = undefined;
    // Each in a callback of its own: what it awaits of the database is done before the clock is looked at for the next.
    for (let nth = 0; nth < Math.min(waiting.length, mostATurn); nth++) setImmediate(beginOne);
  }

  function beginOne(): void {
    if (waiting.length > 0 && hasTime()) waiting.shift()?.();
  }

  return (req, _res, next) => {
    if (waiting.length > 0 || isBeginning || !hasTime()) {
      waiting.push(() => req.socket.destroyed || next());
      return;
    }
    isBeginning = true;
    queueMicrotask(() => {
      isBeginning = false;
    });
    next();
  };
}
