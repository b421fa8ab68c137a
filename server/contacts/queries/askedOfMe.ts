import type { ReadScope } from '../../host/scope.ts';
import { openRoundsAbout } from '../commands/confirm.ts';
import { answersFor } from '../domain/round.ts';
import type { ContactsParts } from '../parts.ts';
import type { AskedOfMe } from '../schemas.ts';
import { confirmationsOf, roundById } from '../store/rounds.ts';
import { channelsView } from './channelsView.ts';

/** What the reader is asked to confirm: the own contacts and those of the children, with the earliest deadline. */
export async function askedOfMe(scope: ReadScope, parts: ContactsParts): Promise<AskedOfMe> {
  const me = scope.actor.personId;
  const rounds = await openRoundsAbout(scope, parts, [me]);
  const done = await confirmationsOf(
    scope.db,
    rounds.map(({ roundId }) => roundId),
  );
  const waiting = rounds.map(({ roundId, families }) => ({
    roundId,
    personIds: answersFor(families, me).filter(
      (id) => !done.some((one) => one.roundId === roundId && one.personId === id),
    ),
  }));
  const open = waiting.filter(({ personIds }) => personIds.length > 0);
  const dues: { dueOn: string; note: string | null }[] = [];
  for (const { roundId } of open) {
    const round = await roundById(scope.db, roundId);
    if (round) dues.push(round);
  }
  const [first] = dues.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
  const people: AskedOfMe['people'] = [];
  for (const personId of new Set(open.flatMap((one) => one.personIds)))
    people.push(await channelsView(scope, parts, personId));
  return { dueOn: first?.dueOn ?? null, note: first?.note ?? null, people };
}
