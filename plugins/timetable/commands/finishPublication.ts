import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { timetablePublished } from '../events.ts';
import { insertHistory, publishedHistory } from '../store/lessonChanges.ts';
import { showPublication } from '../store/publicationChanges.ts';
import { groupIdsOfPublication, lockPublication, setPublicationState } from '../store/publications.ts';
import { excuseStudents } from './excuseStudents.ts';

/** Makes a publication whose units are all applied visible, at once. False when it is not to be any more. */
export async function finishPublication(apis: Pick<Apis, 'school'>, scope: WriteScope, id: string): Promise<boolean> {
  const { db, dialect, now } = scope;
  const publication = await lockPublication(db, id);
  if (publication?.state !== 'publishing') return publication?.state === 'published';
  await showPublication(db, dialect, id, now);
  const history = await publishedHistory(db, id);
  await insertHistory(
    db,
    history.map((row) => ({
      ...row,
      id: scope.newId(),
      happenedAt: now,
      byPersonId: publication.publishedById,
      reason: null,
      rescheduleId: null,
    })),
  );
  await excuseStudents(apis, scope, publication);
  await setPublicationState(db, id, { state: 'published', publishedAt: now });
  for (const groupId of await groupIdsOfPublication(db, id))
    scope.emit(timetablePublished, {
      publicationId: id,
      termId: publication.termId,
      groupId,
      number: publication.number,
    });
  return true;
}
