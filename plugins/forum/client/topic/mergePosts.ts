import type { PostView, TopicPage } from '../../schemas/topics.ts';

/**
 * A page with posts that came in: each replaces an older state of itself, and new ones join where they follow without a gap.
 * What lies beyond a gap is loaded when the reader gets there.
 */
export function mergePosts(
  page: TopicPage,
  posts: readonly PostView[],
  lastSequence = page.topic.lastSequence,
): TopicPage {
  const byNumber = new Map(page.posts.map((post) => [post.number, post]));
  for (const post of posts) {
    const known = byNumber.get(post.number);
    if (!known || known.sequence <= post.sequence) byNumber.set(post.number, post);
  }
  const all = [...byNumber.values()].sort((a, b) => a.number - b.number);
  const anchor = all.findIndex((post) => post.number === page.posts[0]?.number);
  const lastNumber = Math.max(page.topic.lastNumber, ...posts.map(({ number }) => number));
  return {
    topic: { ...page.topic, lastNumber, lastSequence: Math.max(page.topic.lastSequence, lastSequence) },
    posts: withoutGap(all, Math.max(anchor, 0)),
  };
}

/** The stretch around one post in which numbers follow each other. */
function withoutGap(posts: readonly PostView[], anchor: number): PostView[] {
  let [from, to] = [anchor, anchor];
  const follows = (at: number) => posts[at]?.number === (posts[at - 1]?.number ?? Number.NaN) + 1;
  while (from > 0 && follows(from)) from -= 1;
  while (to + 1 < posts.length && follows(to + 1)) to += 1;
  return posts.slice(from, to + 1);
}
