export interface TopicState {
  readonly isClosed: boolean;
}

/** Whether somebody may answer: a closed topic takes answers from those who keep order only. */
export function decideReply(
  topic: TopicState,
  { mayReply, mayKeep }: { readonly mayReply: boolean; readonly mayKeep: boolean },
): 'answer' | 'closed' | 'refused' {
  if (!mayReply) return 'refused';
  return topic.isClosed && !mayKeep ? 'closed' : 'answer';
}

export interface PostState {
  readonly authorId: string | null;
  readonly deletedAt: Date | null;
  readonly hiddenAt: Date | null;
}

/** Only the author changes the words of a post, and not while it is hidden: what was reported stays as it was. */
export function decideEdit(post: PostState, actorId: string): 'edit' | 'not-yours' | 'gone' | 'hidden' {
  if (post.deletedAt) return 'gone';
  if (post.authorId !== actorId) return 'not-yours';
  return post.hiddenAt ? 'hidden' : 'edit';
}
