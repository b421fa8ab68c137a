import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import { dayOf } from '../../people/api.ts';
import { roundAs, wholeRoundAs } from '../access/roundAs.ts';
import { lastDueOn } from '../domain/round.ts';
import { confirmationAsked } from '../events.ts';
import type { ContactsParts } from '../parts.ts';
import { runRounds } from '../permissions.ts';
import { askedAlready, dueInPast, roundClosed } from '../problems.ts';
import type { NewRound } from '../schemas.ts';
import { closeRound, insertRound, lockRound, overdueRounds } from '../store/rounds.ts';

/** Asks the families of groups to confirm their contacts until a day. Returns the round's id. */
export async function openRound(
  scope: WriteScope,
  { school, audit }: ContactsParts,
  { groupIds, dueOn, note }: NewRound,
): Promise<string> {
  if (dueOn < dayOf(scope.now)) throw new Problem(dueInPast, { dueOn });
  for (const groupId of groupIds) await school.groupAs(scope, runRounds, groupId);
  const id = scope.newId();
  const round = { id, dueOn, note, openedById: scope.actor.personId || null, openedAt: scope.now };
  await refusing(insertRound(scope.db, round, groupIds), [
    { guard: 'contacts_round_group_once', problem: askedAlready },
    { guard: 'contacts_round_group.group_id', problem: askedAlready },
  ]);
  for (const groupId of groupIds) scope.emit(confirmationAsked, { roundId: id, groupId, isReminder: false });
  await audit.record(scope, {
    act: 'contacts.round-opened',
    entity: 'contacts.round',
    entityId: id,
    detail: { groups: groupIds.length },
  });
  return id;
}

/** Asks those again who have not confirmed, in the groups that the actor reaches; at most once a day each. */
export async function remindOfRound(scope: WriteScope, parts: ContactsParts, roundId: string): Promise<void> {
  const { round, groupIds } = await roundAs(scope, parts, roundId);
  if (round.closedAt) throw new Problem(roundClosed);
  for (const groupId of groupIds) scope.emit(confirmationAsked, { roundId, groupId, isReminder: true });
}

/** Ends a round: nobody is asked any more, and what was answered stays. */
export async function endRound(scope: WriteScope, parts: ContactsParts, roundId: string): Promise<void> {
  await wholeRoundAs(scope, parts, roundId);
  const round = await lockRound(scope.db, roundId);
  if (round?.closedAt) throw new Problem(roundClosed);
  await closeRound(scope.db, roundId, scope.now);
  await parts.audit.record(scope, { act: 'contacts.round-closed', entity: 'contacts.round', entityId: roundId });
}

/** Ends rounds whose deadline is long past. */
export async function endOverdueRounds(scope: WriteScope): Promise<void> {
  for (const { id } of await overdueRounds(scope.db, lastDueOn(dayOf(scope.now))))
    await closeRound(scope.db, id, scope.now);
}
