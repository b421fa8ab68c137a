import { may } from '../../access/actor.ts';
import { actorOfPerson } from '../../access/loadActor.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { NewNotice, Urgent } from '../api.ts';
import { usualChannels } from '../domain/choice.ts';
import { mailTime, pushTime } from '../domain/moments.ts';
import { areaOf } from '../kinds.ts';
import type { NotifyParts } from '../parts.ts';
import { tellUrgently } from '../permissions.ts';
import { urgentRefused } from '../problems.ts';
import { type FullReceiver, receiversOf } from '../queries/receivers.ts';
import { insertNotices, type NoticeRow } from '../store/notices.ts';
import { noticesTopic } from '../topics.ts';

export interface ToldOnce {
  /** To whom it is new. */
  readonly told: readonly string[];
  /** Ids of nobody whom notices reach. */
  readonly unknown: readonly string[];
  /** Whether a signal is due at once. */
  readonly isDue: boolean;
}

/**
 * Gives each of the people the notice, unless they have had one with the same key, and plans by which channels and when they
 * hear of it. `things`: of what it tells, when it may grow.
 */
export async function tellOnce(
  scope: WriteScope,
  parts: NotifyParts,
  notice: NewNotice,
  things: readonly string[] | null = null,
): Promise<ToldOnce> {
  const urgentById = notice.urgent ? await decider(scope, parts, notice.urgent) : null;
  const personIds = [...new Set(notice.personIds)];
  const receivers = await receiversOf(scope, parts, personIds);
  const rows = personIds.flatMap((personId) => {
    const receiver = receivers.get(personId);
    return receiver ? [rowOf(scope, parts, notice, { personId, receiver, urgentById, things })] : [];
  });
  const told = await insertNotices(scope.db, rows);
  for (const personId of told) scope.touch(noticesTopic, personId);
  if (notice.urgent && told.length > 0) await writeDown(scope, parts, notice, { urgentById, told: told.length });
  const isNew = new Set(told);
  return {
    told,
    unknown: personIds.filter((id) => !receivers.has(id)),
    isDue: rows.some(({ personId, pushDueAt }) => isNew.has(personId) && pushDueAt !== null && pushDueAt <= scope.now),
  };
}

interface To {
  readonly personId: string;
  readonly receiver: FullReceiver;
  readonly urgentById: string | null;
  readonly things: readonly string[] | null;
}

function rowOf(
  scope: WriteScope,
  { installation }: NotifyParts,
  notice: NewNotice,
  { personId, receiver, urgentById, things }: To,
): NoticeRow {
  const { kind, aboutPersonId, params, link, dedupeKey, reply, urgent } = notice;
  const area = areaOf(installation().plugins, kind);
  const { mail, isPushed } = receiver.choices.get(area) ?? usualChannels;
  const isUrgent = urgent !== undefined;
  const isGathered = receiver.hasMail && !notice.isMailedApart;
  return {
    id: scope.newId(),
    personId,
    kind,
    area,
    aboutPersonId: aboutPersonId ?? null,
    params,
    link,
    dedupeKey,
    things,
    createdAt: scope.now,
    urgentReason: urgent?.reason ?? null,
    urgentById,
    replyOwner: reply?.owner ?? null,
    replyKey: reply?.key ?? null,
    mailRule: receiver.hasMail ? mail : null,
    mailDueAt: (isGathered ? mailTime(mail, scope.now, receiver, isUrgent) : undefined) ?? null,
    pushDueAt: isPushed && receiver.hasDevice ? pushTime(scope.now, receiver, isUrgent) : null,
  };
}

/** Who decided that it cannot wait; refused unless one of their roles may. */
async function decider(scope: WriteScope, { installation }: NotifyParts, urgent: Urgent): Promise<string> {
  const personId = urgent.byPersonId ?? scope.actor.personId;
  const actor =
    personId === scope.actor.personId
      ? scope.actor
      : await actorOfPerson({ db: scope.db, personId, sessionId: '', now: scope.now }, installation().grantSources);
  if (!(actor?.kind === 'person' && may(actor, tellUrgently))) throw new Problem(urgentRefused);
  return personId;
}

const writeDown = (
  scope: WriteScope,
  { audit }: NotifyParts,
  { kind, dedupeKey, aboutPersonId }: NewNotice,
  { urgentById, told }: { readonly urgentById: string | null; readonly told: number },
): Promise<void> =>
  audit.record(scope, {
    act: 'notify.told-urgently',
    entity: 'notify.notice',
    entityId: dedupeKey,
    ...(aboutPersonId ? { aboutPersonId } : {}),
    detail: { kind, people: told, decidedById: urgentById },
  });
