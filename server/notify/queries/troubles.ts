import { scopesOf } from '../../access/actor.ts';
import type { ReadScope } from '../../host/scope.ts';
import { addressHash } from '../addressHash.ts';
import type { NotifyParts } from '../parts.ts';
import { seeTroubles } from '../permissions.ts';
import type { TroubleList } from '../schemas.ts';
import { openTroubles } from '../store/troubles.ts';

const shown = 100;

/** Whom mail or signals do not reach, as far as the actor's role reaches. Somebody with a new address is in no trouble any more. */
export async function listTroubles(scope: ReadScope, { people, school }: NotifyParts): Promise<TroubleList> {
  const within = school.personIdsWithin(scope, scopesOf(scope.actor, seeTroubles));
  const troubles = await openTroubles(scope.db, within, shown);
  const ids = troubles.map(({ personId }) => personId);
  const cards = new Map((await people.peopleByIds(scope.db, ids)).map((card) => [card.id, card]));
  const emails = new Map((await people.contactsByIds(scope.db, ids)).map(({ id, email }) => [id, email]));
  return {
    items: troubles.flatMap(({ id, personId, channel, reason, sinceAt, addressHash: failed }) => {
      const card = cards.get(personId);
      const email = emails.get(personId);
      const isOver = channel === 'mail' && (!email || addressHash(email) !== failed);
      if (!card?.isActive || isOver) return [];
      return [{ id, person: { id: personId, name: card.name }, channel, reason, sinceAt: sinceAt.toISOString() }];
    }),
  };
}
