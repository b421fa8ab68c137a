import type { WriteScope } from '../../../server/host/scope.ts';
import type { NewNotice } from '../../../server/notify/api.ts';
import type { PersonCard } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';

/** Somebody who is told, and the child it is about. */
export interface Recipient {
  readonly personId: string;
  readonly aboutId: string | null;
  /** Of a coordinator who is told for the students of this home school, and for nothing else. */
  readonly homeSchoolId?: string;
}

type Words = Pick<NewNotice, 'kind' | 'params' | 'link' | 'dedupeKey' | 'isMailedApart' | 'grows'>;

/** Tells each person in words of their own zone and language; people with the same words share one notice. */
export async function tellEach<R extends Recipient>(
  apis: Pick<Apis, 'people' | 'notify'>,
  scope: WriteScope,
  recipients: readonly R[],
  words: (recipient: R, card: PersonCard) => Words,
): Promise<void> {
  if (!apis.notify || recipients.length === 0) return;
  const cards = await apis.people.peopleByIds(scope.db, [...new Set(recipients.map(({ personId }) => personId))]);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const notices = new Map<string, NewNotice & { readonly personIds: string[] }>();
  for (const recipient of recipients) {
    const card = byId.get(recipient.personId);
    if (!card?.isActive) continue;
    const said = words(recipient, card);
    const key = JSON.stringify([said, recipient.aboutId]);
    const about = recipient.aboutId === null ? {} : { aboutPersonId: recipient.aboutId };
    const notice = notices.get(key) ?? { ...said, ...about, personIds: [] };
    notices.set(key, notice);
    notice.personIds.push(card.id);
  }
  for (const notice of notices.values()) await apis.notify.tell(scope, notice);
}
