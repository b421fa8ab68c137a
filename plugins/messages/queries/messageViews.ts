import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { ofMessages } from '../fileOwner.ts';
import type { MessageView } from '../schemas.ts';
import type { Message } from '../store/messages.ts';

/** People by id, as they are called now; those who were erased have an empty name. */
export async function namedPeople(
  { people }: Pick<Apis, 'people'>,
  { db }: ReadScope,
  ids: readonly string[],
): Promise<(id: string) => { readonly id: string; readonly name: string }> {
  const cards = await people.peopleByIds(db, [...new Set(ids)]);
  const names = new Map(cards.map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? '' });
}

/** Messages as their readers see them. */
export async function messageViews(
  apis: Pick<Apis, 'people' | 'files'>,
  scope: ReadScope,
  messages: readonly Message[],
): Promise<MessageView[]> {
  if (messages.length === 0) return [];
  const person = await namedPeople(
    apis,
    scope,
    messages.map(({ authorId }) => authorId),
  );
  const withFiles = messages.flatMap(({ id, hasFiles }) => (hasFiles ? [id] : []));
  const files = withFiles.length > 0 ? await apis.files.filesOf(scope.db, ofMessages, withFiles) : undefined;
  return messages.map((message) => ({
    id: message.id,
    clientId: message.clientId,
    seq: message.seq,
    changedSeq: message.changedSeq,
    author: person(message.authorId),
    text: message.text,
    replyToId: message.replyToId,
    files: [...(files?.get(message.id) ?? [])],
    sentAt: message.sentAt.toISOString(),
    editedAt: message.editedAt?.toISOString() ?? null,
    deletedAt: message.deletedAt?.toISOString() ?? null,
    urgentReason: message.urgentReason,
  }));
}
