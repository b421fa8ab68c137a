import type { ReadScope } from '../../host/scope.ts';
import type { PeopleApi } from '../../people/api.ts';
import type { MailState } from '../schemas.ts';
import { countMessages, troubledMessages } from '../store/messages.ts';

const shown = 100;

/** How mail goes in the whole installation. */
export async function mailState(scope: ReadScope, people: PeopleApi, isOn: boolean): Promise<MailState> {
  const counts = await countMessages(scope.db);
  const troubled = await troubledMessages(scope.db, shown);
  const cards = await people.peopleByIds(
    scope.db,
    troubled.flatMap(({ personId }) => personId ?? []),
  );
  const names = new Map(cards.map(({ id, name }) => [id, name]));
  return {
    isOn,
    waiting: counts.get('waiting') ?? 0,
    sent: counts.get('sent') ?? 0,
    items: troubled.map(({ personId, createdAt, dueAt, endedAt, ...facts }) => ({
      ...facts,
      person: personId ? { id: personId, name: names.get(personId) ?? '' } : null,
      createdAt: createdAt.toISOString(),
      dueAt: endedAt ? null : dueAt.toISOString(),
    })),
  };
}
