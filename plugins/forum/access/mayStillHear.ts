import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { letterById } from '../store/letters.ts';
import { topicById } from '../store/topics.ts';
import { mayOn } from './boardAs.ts';

const named = /^\/forum\/(topics|letters)\/([0-9a-f-]{36})/;

/** Whether somebody may still read what a notice of the forum leads to, when it leaves by mail or signal. */
export async function mayStillHear(scope: ReadScope, { school }: Pick<Apis, 'school'>, link: string): Promise<boolean> {
  const [, kind, id = ''] = named.exec(link) ?? [];
  if (!kind) return true;
  if (kind === 'letters') return (await letterById(scope.db, id))?.personId === scope.actor.personId;
  const topic = await topicById(scope.db, id);
  return topic !== undefined && mayOn(scope, school, 'read', topic.boardId);
}
