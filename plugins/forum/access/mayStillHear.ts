import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { letterById } from '../store/letters.ts';
import { isShownFrom } from '../store/posts.ts';
import { topicById } from '../store/topics.ts';
import { mayOn } from './boardAs.ts';

const named = /^\/forum\/(topics|letters)\/([0-9a-f-]{36})(?:\?from=(\d+))?/;

/** Kinds that tell of what a post says; of answers one notice tells of all that follow on that day. */
const ofOne = ['forum.topic-opened', 'forum.mentioned', 'forum.progress-mentioned', 'forum.note'];
const ofSeveral = ['forum.answered', 'forum.progress-answered'];

/** Whether somebody may still read what a notice of the forum leads to, when it leaves by mail or signal: what was hidden or deleted meanwhile is not told. */
export async function mayStillHear(
  scope: ReadScope,
  { school }: Pick<Apis, 'school'>,
  { kind, link }: { readonly kind: string; readonly link: string },
): Promise<boolean> {
  const [, what, id = '', from] = named.exec(link) ?? [];
  if (!what) return true;
  if (what === 'letters') return (await letterById(scope.db, id))?.personId === scope.actor.personId;
  const topic = await topicById(scope.db, id);
  if (!topic || !(await mayOn(scope, school, 'read', topic.boardId))) return false;
  if (ofOne.includes(kind)) return isShownFrom(scope.db, id, Number(from), Number(from));
  return !ofSeveral.includes(kind) || isShownFrom(scope.db, id, Number(from), topic.lastNumber);
}
