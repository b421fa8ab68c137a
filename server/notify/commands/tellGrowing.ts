import type { WriteScope } from '../../host/scope.ts';
import type { Growth, NewNotice } from '../api.ts';
import type { NotifyParts } from '../parts.ts';
import { growNotice, type Unseen, unseenOf } from '../store/growing.ts';
import { noticesTopic } from '../topics.ts';
import { tellOnce } from './tellOnce.ts';

/** What is told within so long is one notice, as notices of ten minutes are one mail. */
const spanMs = 10 * 60_000;

export interface GrowingNotice extends NewNotice {
  readonly grows: Growth;
}

/**
 * Tells of one thing more: whoever has an unseen notice with the same key of the same minutes reads of all of them in that one,
 * everybody else gets a notice of this thing alone. Returns whether a signal is due at once.
 */
export async function tellGrowing(scope: WriteScope, parts: NotifyParts, notice: GrowingNotice): Promise<boolean> {
  const { key, thing } = notice.grows;
  const span = Math.floor(scope.now.getTime() / spanMs);
  // In one order, so that two who tell at once wait for each other and not in a circle.
  let left = [...new Set(notice.personIds)].toSorted();
  let isDue = false;
  for (let nth = 0; left.length > 0; nth++) {
    const dedupeKey = `${key}:${span}:${nth}`;
    const one = await tellOnce(scope, parts, { ...notice, personIds: left, dedupeKey }, [thing]);
    isDue ||= one.isDue;
    const unseen = await unseenOf(scope.db, dedupeKey, left);
    for (const found of unseen) await grow(scope, notice, found);
    // Those who cannot be reached at all are in neither; they are not asked for again.
    const served = new Set([...one.told, ...unseen.map(({ personId }) => personId), ...one.unknown]);
    left = left.filter((personId) => !served.has(personId));
  }
  return isDue;
}

async function grow(scope: WriteScope, { grows, ...single }: GrowingNotice, { id, personId, things }: Unseen) {
  const all = [...new Set([...things, grows.thing])];
  const { kind, params, link } = all.length === 1 ? single : grows.as(all.length);
  await growNotice(scope.db, id, { kind, params, link, things: all });
  scope.touch(noticesTopic, personId);
}
