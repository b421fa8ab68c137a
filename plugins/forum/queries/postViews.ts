import type { ReadScope } from '../../../server/host/scope.ts';
import { textBlocks } from '../../../server/markdown/textBlocks.ts';
import type { Rights } from '../access/boardAs.ts';
import type { Apis } from '../apis.ts';
import { ofPosts } from '../fileOwner.ts';
import type { PostView, Sign } from '../schemas/topics.ts';
import { type PostRow, type ReactionRow, reactionsTo } from '../store/posts.ts';
import { type ReceiptRow, receiptsOf } from '../store/receipts.ts';

type Parts = Pick<Apis, 'school' | 'people' | 'files'>;

interface Around {
  readonly actorId: string;
  readonly rights: Pick<Rights, 'reply' | 'keep'>;
  readonly names: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, readonly string[]>;
  readonly files: ReadonlyMap<string, PostView['files']>;
  readonly reactions: readonly ReactionRow[];
  readonly receipts: readonly ReceiptRow[];
}

/** Posts as this reader sees them: words that were deleted are nobody's, hidden ones only those see who keep order. */
export async function postViews(
  scope: ReadScope,
  { school, people, files }: Parts,
  posts: readonly PostRow[],
  rights: Pick<Rights, 'reply' | 'keep'>,
): Promise<PostView[]> {
  const { db, actor } = scope;
  const ids = posts.map(({ id }) => id);
  const authorIds = [...new Set(posts.flatMap(({ authorId }) => authorId ?? []))];
  const receipts = await receiptsOf(
    db,
    posts.filter(({ isNote }) => isNote).map(({ id }) => id),
  );
  const cards = await people.peopleByIds(db, [...new Set([...authorIds, ...receipts.map((one) => one.personId)])]);
  const found = await files.filesOf(db, ofPosts, ids);
  const around: Around = {
    actorId: actor.personId,
    rights,
    names: new Map(cards.map(({ id, name }) => [id, name])),
    roles: await school.staffRolesAmong(scope, authorIds),
    files: new Map([...found].map(([key, list]) => [key, [...list]])),
    reactions: await reactionsTo(db, ids),
    receipts,
  };
  return posts.map((post) => postView(post, around));
}

function postView(post: PostRow, around: Around): PostView {
  const { id, number, sequence, isNote } = post;
  const { actorId, rights } = around;
  const state = post.deletedAt ? 'deleted' : post.hiddenAt ? 'hidden' : 'shown';
  const isMine = post.authorId !== null && post.authorId === actorId;
  const isRead = state === 'shown' || (state === 'hidden' && rights.keep);
  return {
    ...{ id, number, sequence, isMine, state, isNote },
    author: authorOf(post, around),
    blocks: isRead ? textBlocks(post.text, { linkify: true }) : [],
    text: isRead ? post.text : '',
    files: isRead ? (around.files.get(id) ?? []) : [],
    postedAt: post.postedAt.toISOString(),
    editedAt: post.editedAt?.toISOString() ?? null,
    hiddenWhy: rights.keep || isMine ? post.hiddenWhy : null,
    reactions: reactionsOf(id, around),
    receipts: receiptsFor(id, around),
    may: {
      edit: isMine && state === 'shown',
      hide: rights.keep && state !== 'deleted',
      report: !isMine && state === 'shown',
      confirm: around.receipts.some((one) => one.postId === id && one.personId === actorId && one.confirmedAt === null),
    },
  };
}

function authorOf({ authorId }: PostRow, { names, roles }: Around): PostView['author'] {
  const name = names.get(authorId ?? '');
  return authorId && name ? { id: authorId, name, roles: [...(roles.get(authorId) ?? [])] } : null;
}

const signs: readonly Sign[] = ['thanks', 'agree', 'done', 'question'];

function reactionsOf(postId: string, { reactions, actorId }: Around): PostView['reactions'] {
  const here = reactions.filter((one) => one.postId === postId);
  return signs.flatMap((sign) => {
    const same = here.filter((one) => one.sign === sign);
    return same.length === 0
      ? []
      : [{ sign, count: same.length, isMine: same.some(({ personId }) => personId === actorId) }];
  });
}

/** Who has not read is for those who keep the thread; everybody else sees their own confirmation. */
const receiptsFor = (postId: string, { receipts, names, rights, actorId }: Around): PostView['receipts'] =>
  receipts
    .filter((one) => one.postId === postId && (rights.keep || one.personId === actorId))
    .flatMap(({ personId, confirmedAt }) => {
      const name = names.get(personId);
      return name ? [{ person: { id: personId, name }, confirmedAt: confirmedAt?.toISOString() ?? null }] : [];
    });
