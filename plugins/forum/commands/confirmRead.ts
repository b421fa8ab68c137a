import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { postAs } from '../access/boardAs.ts';
import type { Apis } from '../apis.ts';
import { nothingToConfirm } from '../problems.ts';
import type { PostView } from '../schemas/topics.ts';
import { confirmReceipt, receiptsOf } from '../store/receipts.ts';
import { holdTopic } from '../store/topics.ts';
import { applyChange, postView } from './changePost.ts';

/** Notes that the actor has read a note; doing it again changes nothing. */
export async function confirmRead(scope: WriteScope, apis: Apis, id: string): Promise<PostView> {
  const found = await postAs(scope, apis.school, 'read', id);
  const { personId } = scope.actor;
  const asked = (await receiptsOf(scope.db, [id])).some((receipt) => receipt.personId === personId);
  if (!asked) throw new Problem(nothingToConfirm);
  await holdTopic(scope.db, found.topic.id);
  const isNew = (await confirmReceipt(scope.db, id, personId, scope.now)) > 0;
  const post = isNew ? await applyChange(scope, apis, found, {}) : found.post;
  return postView(scope, apis, post, found.board.id);
}
