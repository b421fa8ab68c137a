import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { refusing } from '../../../server/http/refusing.ts';
import { boardAs, postAs } from '../access/boardAs.ts';
import type { Apis } from '../apis.ts';
import { postModerated, postReported, reportsDecided } from '../events.ts';
import { ofPosts } from '../fileOwner.ts';
import { postUnknown, reportUnknown } from '../problems.ts';
import type { PostView, ReportDecision } from '../schemas/topics.ts';
import { postById } from '../store/posts.ts';
import { decideReports, insertReport, reportById } from '../store/reports.ts';
import { holdTopic, topicById } from '../store/topics.ts';
import { applyChange, postView, searchText } from './changePost.ts';

/** Tells those who keep order of a post that should not stand there. Reporting twice is reporting once. */
export async function reportPost(scope: WriteScope, apis: Apis, id: string, reason: string): Promise<void> {
  const { post, topic } = await postAs(scope, apis.school, 'read', id);
  if (post.deletedAt || post.hiddenAt) throw new Problem(postUnknown, { id });
  const report = { id: scope.newId(), postId: id, reporterId: scope.actor.personId, reason, reportedAt: scope.now };
  const isNew = await refusing(insertReport(scope.db, report), []);
  if (isNew) scope.emit(postReported, { reportId: report.id, topicId: topic.id });
}

interface Hiding {
  readonly isHidden: boolean;
  readonly reason: string;
}

/** Takes a post out of sight with a reason, or puts it back. Its words stay for those who keep order. */
export async function hidePost(
  scope: WriteScope,
  apis: Apis,
  id: string,
  { isHidden, reason }: Hiding,
): Promise<PostView> {
  const { board, topic } = await postAs(scope, apis.school, 'keep', id);
  await holdTopic(scope.db, topic.id);
  const post = await postById(scope.db, id);
  if (!post || post.deletedAt) throw new Problem(postUnknown, { id });
  if (Boolean(post.hiddenAt) === isHidden) return postView(scope, apis, post, board.id);
  const change = isHidden ? { hiddenAt: scope.now, hiddenWhy: reason } : { hiddenAt: null, hiddenWhy: null };
  const changed = await applyChange(scope, apis, { topic, post }, change);
  if (isHidden) await apis.search.remove(scope, ofPosts, [id]);
  else await apis.search.put(scope, searchText(topic, changed));
  await apis.audit.record(scope, {
    act: isHidden ? 'forum.post-hidden' : 'forum.post-restored',
    ...(post.authorId ? { aboutPersonId: post.authorId } : {}),
    entity: 'forum.post',
    entityId: id,
    detail: { boardId: board.id },
  });
  scope.emit(postModerated, { postId: id, topicId: topic.id, isHidden });
  return postView(scope, apis, changed, board.id);
}

/** Decides about a report, and about all others of the same post. */
export async function decideReport(
  scope: WriteScope,
  apis: Apis,
  id: string,
  { outcome, reason }: ReportDecision,
): Promise<void> {
  const report = await reportById(scope.db, id);
  const post = report && (await postById(scope.db, report.postId));
  const topic = post && (await topicById(scope.db, post.topicId));
  if (!report || !post || !topic) throw new Problem(reportUnknown, { id });
  await reportSeen(scope, apis, topic.boardId, id);
  await boardAs(scope, apis.school, 'keep', topic.boardId);
  if (outcome === 'hidden') await hidePost(scope, apis, post.id, { isHidden: true, reason: reason || report.reason });
  await decideReports(scope.db, post.id, { outcome, decidedAt: scope.now, decidedById: scope.actor.personId });
  await apis.audit.record(scope, {
    act: 'forum.report-decided',
    ...(post.authorId ? { aboutPersonId: post.authorId } : {}),
    entity: 'forum.post',
    entityId: post.id,
    detail: { outcome },
  });
  scope.emit(reportsDecided, { postId: post.id, topicId: topic.id, outcome });
}

/** A report of a board that the actor does not even read is not there. */
async function reportSeen(scope: WriteScope, { school }: Apis, boardId: string, id: string): Promise<void> {
  try {
    await boardAs(scope, school, 'read', boardId);
  } catch (error) {
    if (error instanceof Problem) throw new Problem(reportUnknown, { id });
    throw error;
  }
}
