import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { mayOn, postAs } from '../access/boardAs.ts';
import type { Apis } from '../apis.ts';
import { decideEdit } from '../domain/posting.ts';
import { ofPosts } from '../fileOwner.ts';
import { postHidden, postNotYours, postUnknown } from '../problems.ts';
import { postViews } from '../queries/postViews.ts';
import { plainText } from '../queries/search.ts';
import type { PostView } from '../schemas/topics.ts';
import { changePost, deleteEdits, insertEdit, type PostRow, postById, setReaction } from '../store/posts.ts';
import { holdTopic, nextSequence, type TopicRow } from '../store/topics.ts';
import { topicTopic } from '../topics.ts';

type Change = Partial<Pick<PostRow, 'text' | 'editedAt' | 'deletedAt' | 'hiddenAt' | 'hiddenWhy'>>;

/** Changes a post under the next sequence of its topic, so that every reader hears of it. */
export async function applyChange(
  scope: WriteScope,
  apis: Apis,
  { topic, post }: { readonly topic: TopicRow; readonly post: PostRow },
  change: Change,
): Promise<PostRow> {
  const sequence = await nextSequence(scope.db, topic.id);
  await changePost(scope.db, post.id, { ...change, sequence });
  scope.touch(topicTopic(apis.school), topic.id);
  return { ...post, ...change, sequence };
}

/** The text of a post as it can be found; the title of a topic is found with its first post. */
export const searchText = ({ title, boardId }: TopicRow, { id, number, text, authorId }: PostRow) => ({
  owner: ofPosts,
  key: id,
  place: boardId,
  text: number === 1 ? `${title}\n${plainText(text)}` : plainText(text),
  authorId,
});

export async function postView(scope: WriteScope, apis: Apis, post: PostRow, boardId: string): Promise<PostView> {
  const keep = await mayOn(scope, apis.school, 'keep', boardId);
  const [view] = await postViews(scope, apis, [post], { reply: true, keep });
  if (!view) throw new Error('A post has no view');
  return view;
}

/** A post of the actor's own that still has its words; held together with its topic. */
async function ownPost(scope: WriteScope, apis: Apis, id: string) {
  const found = await postAs(scope, apis.school, 'reply', id);
  await holdTopic(scope.db, found.topic.id);
  const post = await postById(scope.db, id);
  if (!post) throw new Problem(postUnknown, { id });
  const decision = decideEdit(post, scope.actor.personId);
  if (decision === 'gone') throw new Problem(postUnknown, { id });
  if (decision === 'not-yours') throw new Problem(postNotYours);
  if (decision === 'hidden') throw new Problem(postHidden);
  return { ...found, post };
}

/** Writes a post anew; what it said before is kept for those who read the topic. */
export async function editPost(scope: WriteScope, apis: Apis, id: string, text: string): Promise<PostView> {
  const { topic, board, post } = await ownPost(scope, apis, id);
  if (post.text === text) return postView(scope, apis, post, board.id);
  await insertEdit(scope.db, { id: scope.newId(), postId: id, text: post.text, replacedAt: scope.now });
  const changed = await applyChange(scope, apis, { topic, post }, { text, editedAt: scope.now });
  await apis.search.put(scope, searchText(topic, changed));
  return postView(scope, apis, changed, board.id);
}

/** Takes the words of an own post away, with what it said before. Its number stays. */
export async function deletePost(scope: WriteScope, apis: Apis, id: string): Promise<PostView> {
  const { topic, board, post } = await ownPost(scope, apis, id);
  await deleteEdits(scope.db, id);
  await apis.files.detach(scope, { owner: ofPosts, key: id });
  await apis.search.remove(scope, ofPosts, [id]);
  const changed = await applyChange(scope, apis, { topic, post }, { text: '', deletedAt: scope.now });
  return postView(scope, apis, changed, board.id);
}

/** Puts a sign under a post, or takes it away. */
export async function react(
  scope: WriteScope,
  apis: Apis,
  id: string,
  { sign, isOn }: { readonly sign: PostView['reactions'][number]['sign']; readonly isOn: boolean },
): Promise<PostView> {
  const found = await postAs(scope, apis.school, 'read', id);
  if (found.post.deletedAt || found.post.hiddenAt) throw new Problem(postUnknown, { id });
  // First of all: a row that refers to the post would hold it against the others who wait for the topic.
  await holdTopic(scope.db, found.topic.id);
  await setReaction(scope.db, { postId: id, personId: scope.actor.personId, sign }, isOn);
  const changed = await applyChange(scope, apis, found, {});
  return postView(scope, apis, changed, found.board.id);
}
