import { daysOf } from '../../../server/host/readableValues.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { sundayOf } from '../domain/noteWeek.ts';
import { noteOfPost } from '../store/notes.ts';
import { type PostRow, postById } from '../store/posts.ts';
import { receiptsOf } from '../store/receipts.ts';

export interface NoteToRead {
  readonly post: PostRow;
  readonly student: string;
  /** The week, as texts take it. */
  readonly days: string;
}

/** A note whose reading somebody is still asked to confirm; undefined once it is confirmed, hidden or gone. Asks for no rights. */
export async function noteToRead(
  { db }: ReadScope,
  { people }: Pick<Apis, 'people'>,
  postId: string,
  personId: string,
): Promise<NoteToRead | undefined> {
  const post = await postById(db, postId);
  const note = await noteOfPost(db, postId);
  const receipt = (await receiptsOf(db, [postId])).find((one) => one.personId === personId);
  if (!post || !note || !receipt || receipt.confirmedAt || post.deletedAt || post.hiddenAt) return undefined;
  const [student] = await people.peopleByIds(db, [note.studentId]);
  return { post, student: student?.name ?? '', days: daysOf(note.weekOn, sundayOf(note.weekOn)) };
}
