import type { WriteScope } from '../../../../server/host/scope.ts';
import { Problem } from '../../../../server/http/problem.ts';
import { refusing } from '../../../../server/http/refusing.ts';
import type { SchoolApi } from '../../../../server/school/api.ts';
import { decideBook } from '../domain/books.ts';
import { bookAdded } from '../events.ts';
import { keepBooks } from '../permissions.ts';
import { alreadyListed } from '../problems.ts';
import type { BookView, NewBook } from '../schemas.ts';
import { booksOf, insertBook } from '../store/books.ts';

export async function addBook(
  scope: WriteScope,
  school: SchoolApi,
  groupId: string,
  { title }: NewBook,
): Promise<BookView> {
  await school.groupAs(scope, keepBooks, groupId);
  const decision = decideBook(await booksOf(scope.db, groupId), title);
  if (decision === 'already-listed') throw new Problem(alreadyListed, { title });
  const book = { id: scope.newId(), title, addedAt: scope.now };
  await refusing(insertBook(scope.db, { ...book, groupId }), [
    { guard: 'book_club_book.title', problem: alreadyListed, extra: { title } },
  ]);
  scope.emit(bookAdded, { bookId: book.id, groupId });
  return { ...book, addedAt: book.addedAt.toISOString() };
}
