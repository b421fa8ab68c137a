import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { judgeConversation, refusalOf, seenAmong } from '../access/mayTalk.ts';
import { mustBeAround } from '../access/threadAs.ts';
import type { Apis } from '../apis.ts';
import { recipientUnknown } from '../problems.ts';
import { showThread } from '../queries/threads.ts';
import type { NewConversation, ThreadView } from '../schemas.ts';
import { sameKeyOf } from '../store/sameKey.ts';
import { insertMembers, insertThread, type ThreadKind } from '../store/threads.ts';

/** The conversation of these people and the actor; made when there is none yet. Nobody hears of it before the first message. */
export async function openConversation(
  apis: Apis,
  scope: WriteScope,
  { personIds }: NewConversation,
): Promise<ThreadView> {
  const others = [...new Set(personIds)].filter((id) => id !== scope.actor.personId);
  const all = [scope.actor.personId, ...others];
  await mustKnow(apis, scope, others);
  const decision = await judgeConversation(apis, scope, all);
  if (decision.kind === 'refused') throw await refusalOf(apis, scope, decision);
  const { id, isNew } = await insertThread(scope.db, {
    id: scope.newId(),
    kind: 'people',
    aboutId: decision.supervisedFor,
    sameKey: sameKeyOf('people', all),
    isSupervised: decision.supervisedFor !== null,
    isGuarded: decision.isGuarded,
    createdById: scope.actor.personId,
    createdAt: scope.now,
  });
  if (isNew) await insertMembers(scope.db, id, all, scope.now);
  return showThread(apis, scope, id);
}

async function mustKnow(apis: Apis, scope: ReadScope, ids: readonly string[]): Promise<void> {
  const seen = await seenAmong(apis, scope, ids);
  const unseen = ids.find((id) => !seen.has(id));
  if (unseen !== undefined) throw new Problem(recipientUnknown, { id: unseen });
}

/** The conversation of a student's family with the tutor, or of the staff around a student; the actor must be of it. */
export async function openAbout(
  apis: Apis,
  scope: WriteScope,
  kind: Exclude<ThreadKind, 'people'>,
  studentId: string,
): Promise<ThreadView> {
  await mustBeAround(apis, scope, kind, studentId);
  const { id } = await insertThread(scope.db, {
    id: scope.newId(),
    kind,
    aboutId: studentId,
    sameKey: sameKeyOf(kind, [studentId]),
    isSupervised: false,
    isGuarded: kind === 'family',
    createdById: scope.actor.personId,
    createdAt: scope.now,
  });
  return showThread(apis, scope, id);
}
