import type { WriteScope } from '../../host/scope.ts';
import type { SessionControl } from '../../host/session.ts';
import { Problem, type ProblemKind } from '../../http/problem.ts';
import type { AttemptGuard } from '../attempts.ts';
import { type CodeState, readCode, stateOfCode } from '../domain/code.ts';
import type { Keys } from '../keys.ts';
import { codeExpired, codeRevoked, codeUnknown, codeUsed } from '../problems.ts';
import { type CodeRow, codeByHash, codeById, takeCode } from '../store/codes.ts';

const refusals: Readonly<Record<Exclude<CodeState, 'open'>, ProblemKind>> = {
  used: codeUsed,
  revoked: codeRevoked,
  expired: codeExpired,
};

export interface CodeDoor {
  readonly keys: Keys;
  readonly attempts: AttemptGuard;
}

/** The code that somebody typed. Counts what is wrong by address; says of a code that is over why, and what to do. */
export async function openCode({ keys, attempts }: CodeDoor, session: SessionControl, typed: string): Promise<CodeRow> {
  await attempts.beginCode(session);
  const code = readCode(typed);
  const row = code && (await session.inRead(session.actor, ({ db }) => codeByHash(db, keys.hashOfCode(code))));
  if (!row) throw new Problem(codeUnknown);
  await attempts.codePassed(session);
  mustBeOpen(row, session.now);
  return row;
}

function mustBeOpen(row: CodeRow, now: Date): void {
  const state = stateOfCode(row, now);
  if (state !== 'open') throw new Problem(refusals[state]);
}

/** Uses a code up within the transaction of what it is for. Whoever comes second hears what became of it. */
export async function useUp({ db, now }: WriteScope, row: CodeRow): Promise<void> {
  if (await takeCode(db, row.id, now)) return;
  mustBeOpen((await codeById(db, row.id)) ?? row, now);
  throw new Problem(codeUsed);
}
