import type { Knex } from 'knex';

export interface BookRow {
  readonly id: string;
  readonly title: string;
  readonly addedAt: Date;
}

export const booksOf = (db: Knex, groupId: string): Promise<BookRow[]> =>
  db('book_club_book').where({ groupId }).orderBy('title').select('id', 'title', 'addedAt');

export const bookById = (db: Knex, id: string): Promise<BookRow | undefined> =>
  db('book_club_book').where({ id }).first('id', 'title', 'addedAt');

export const insertBook = (db: Knex, book: BookRow & { readonly groupId: string }): Promise<unknown> =>
  db('book_club_book').insert(book);
