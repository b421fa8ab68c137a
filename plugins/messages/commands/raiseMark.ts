import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import type { Topic } from '../../../server/realtime/topic.ts';
import { threadToWrite } from '../access/threadAs.ts';
import type { Apis } from '../apis.ts';
import type { MarkView, NewMark } from '../schemas.ts';
import { raiseMark } from '../store/marks.ts';
import type { Thread } from '../store/threads.ts';

export const threadToMark = (apis: Apis, scope: ReadScope, threadId: string): Promise<Thread> =>
  threadToWrite(apis, scope, threadId);

/** Notes how far the actor has got and read; the others see it. Nobody gets further than the conversation. */
export async function markThread(
  topic: Topic,
  scope: WriteScope,
  { id: threadId, lastSeq }: Thread,
  asked: NewMark,
): Promise<MarkView> {
  const { personId } = scope.actor;
  const readSeq = Math.min(asked.readSeq, lastSeq);
  const deliveredSeq = Math.min(Math.max(asked.deliveredSeq, readSeq), lastSeq);
  const mark = await raiseMark(scope.db, { threadId, personId, readSeq, deliveredSeq });
  const view = { personId, readSeq: mark.readSeq, deliveredSeq: mark.deliveredSeq };
  scope.touch(topic, threadId, { mark: view });
  return view;
}
