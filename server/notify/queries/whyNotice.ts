import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { notFound } from '../../http/problems.ts';
import { namedText, noticeText } from '../noticeText.ts';
import type { NotifyParts } from '../parts.ts';
import type { NoticeDetail } from '../schemas.ts';
import { type NoticeFate, noticeById } from '../store/notices.ts';

/** One of the actor's own notices in words, why it came to them, by which channels and when. */
export async function whyNotice(scope: ReadScope, parts: NotifyParts, id: string): Promise<NoticeDetail> {
  const { actor, db } = scope;
  const notice = await noticeById(db, actor.personId, id);
  const text = notice && noticeText(parts.installation().texts, notice, actor);
  if (!notice || text === undefined) throw new Problem(notFound);
  const { aboutPersonId, urgentById, urgentReason } = notice;
  const named = [aboutPersonId, urgentById].flatMap((one) => one ?? []);
  const names = new Map((await parts.people.peopleByIds(db, named)).map((card) => [card.id, card.name]));
  const about = aboutPersonId === null ? null : { id: aboutPersonId, name: names.get(aboutPersonId) ?? null };
  const child = aboutPersonId === actor.personId ? undefined : (about?.name ?? undefined);
  return {
    id,
    area: notice.area,
    text: namedText(parts.installation().texts, actor.language, child, text),
    about,
    link: notice.link,
    createdAt: notice.createdAt.toISOString(),
    readAt: notice.readAt?.toISOString() ?? null,
    urgent: urgentReason === null ? null : { reason: urgentReason, by: names.get(urgentById ?? '') ?? null },
    because: await becauseOf(scope, parts, aboutPersonId),
    mail: await mailOf(scope, parts, notice),
    push: pushOf(notice),
  };
}

/** By which role or relation it reached the actor, as these are now. */
async function becauseOf(
  scope: ReadScope,
  { people }: NotifyParts,
  aboutPersonId: string | null,
): Promise<NoticeDetail['because']> {
  const { actor } = scope;
  const roles = [...new Set(actor.grants.map(({ role }) => role))];
  if (aboutPersonId === actor.personId) return { kind: 'self', relation: null, roles };
  const children = await people.childrenOf(scope, actor.personId);
  const child = children.find(({ studentId }) => studentId === aboutPersonId);
  return child
    ? { kind: 'guardian', relation: child.relation, roles: [] }
    : { kind: 'role', relation: null, roles: aboutPersonId ? roles.filter((role) => role !== 'guardian') : roles };
}

type Fate = NoticeDetail['mail'];

async function mailOf({ db }: ReadScope, { mail }: NotifyParts, notice: NoticeFate): Promise<Fate> {
  const { mailRule: rule, mailDueAt, mailId } = notice;
  if (rule === null) return { rule, state: 'unreachable', at: null };
  if (rule === 'never') return { rule, state: 'unwanted', at: null };
  if (mailDueAt) return { rule, state: 'waits', at: mailDueAt.toISOString() };
  const fate = mailId === null ? undefined : await mail.fateOf(db, mailId);
  if (!fate) return { rule, state: mailId === null ? 'not-needed' : 'sent', at: null };
  const at = (fate.endedAt ?? fate.dueAt).toISOString();
  const states = {
    waiting: 'waits',
    sent: 'sent',
    dropped: 'not-needed',
    refused: 'refused',
    'given-up': 'refused',
  } as const;
  return { rule, state: states[fate.state], at };
}

const pushOf = ({ pushDueAt, pushedAt }: NoticeFate): NoticeDetail['push'] =>
  pushedAt
    ? { state: 'sent', at: pushedAt.toISOString() }
    : { state: pushDueAt ? 'waits' : 'not-needed', at: pushDueAt?.toISOString() ?? null };
