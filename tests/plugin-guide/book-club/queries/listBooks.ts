import type { ReadScope } from '../../../../server/host/scope.ts';
import type { SchoolApi } from '../../../../server/school/api.ts';
import { keepBooks, readBooks } from '../permissions.ts';
import type { BookList } from '../schemas.ts';
import { booksOf } from '../store/books.ts';

export async function listBooks(scope: ReadScope, school: SchoolApi, groupId: string): Promise<BookList> {
  await school.groupAs(scope, readBooks, groupId);
  const books = await booksOf(scope.db, groupId);
  return {
    items: books.map((book) => ({ ...book, addedAt: book.addedAt.toISOString() })),
    may: { add: (await school.mayReachGroup(scope, keepBooks, groupId)) === 'yes' },
  };
}
