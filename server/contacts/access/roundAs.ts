import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { ContactsParts } from '../parts.ts';
import { runRounds } from '../permissions.ts';
import { roundNotYours, roundUnknown } from '../problems.ts';
import { groupsOfRounds, type RoundRow, roundById } from '../store/rounds.ts';
import { groupsReachedAmong } from './reached.ts';

export interface ReachedRound {
  readonly round: RoundRow;
  /** Those of its groups that the actor reaches; at least one. */
  readonly groupIds: readonly string[];
  /** Whether these are all. */
  readonly isWhole: boolean;
}

/** A round of which the actor reaches a group; otherwise it is unknown. */
export async function roundAs(
  scope: ReadScope,
  { school }: Pick<ContactsParts, 'school'>,
  roundId: string,
): Promise<ReachedRound> {
  const round = await roundById(scope.db, roundId);
  if (!round) throw new Problem(roundUnknown);
  const all = (await groupsOfRounds(scope.db, [roundId])).map(({ groupId }) => groupId);
  const reached = await groupsReachedAmong(scope, school, runRounds, all);
  if (reached.size === 0) throw new Problem(roundUnknown);
  return { round, groupIds: all.filter((id) => reached.has(id)), isWhole: reached.size === all.length };
}

/** The same, for what concerns all its groups. */
export async function wholeRoundAs(
  scope: ReadScope,
  parts: Pick<ContactsParts, 'school'>,
  roundId: string,
): Promise<ReachedRound> {
  const reached = await roundAs(scope, parts, roundId);
  if (!reached.isWhole) throw new Problem(roundNotYours, { needs: runRounds.id });
  return reached;
}
