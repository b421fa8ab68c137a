import type { WriteScope } from '../../host/scope.ts';
import type { NewNotice } from '../api.ts';
import { insertNotices } from '../store/notices.ts';
import { noticesTopic } from '../topics.ts';

/** Gives each of the people the notice, unless they have had one with the same key. Returns to whom it is new. */
export async function tell(scope: WriteScope, notice: NewNotice): Promise<readonly string[]> {
  const { kind, aboutPersonId = null, params, link, dedupeKey } = notice;
  const rows = [...new Set(notice.personIds)].map((personId) => ({
    id: scope.newId(),
    personId,
    kind,
    aboutPersonId,
    params,
    link,
    dedupeKey,
    createdAt: scope.now,
  }));
  const told = await insertNotices(scope.db, rows);
  for (const personId of told) scope.touch(noticesTopic, personId);
  return told;
}
