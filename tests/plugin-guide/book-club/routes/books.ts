import { defineRead, defineWrite } from '../../../../server/http/route.ts';
import type { SchoolApi } from '../../../../server/school/api.ts';
import { addBook } from '../commands/addBook.ts';
import { keepBooks, readBooks } from '../permissions.ts';
import { alreadyListed } from '../problems.ts';
import { listBooks } from '../queries/listBooks.ts';
import { BookList, BookView, GroupPath, NewBook } from '../schemas.ts';

export const bookRoutes = (school: SchoolApi) => [
  defineRead({
    path: '/book-club/groups/:groupId/books',
    operationId: 'listBooks',
    summary: 'The books that a group reads.',
    permission: readBooks,
    params: GroupPath,
    output: BookList,
    handle: (scope, { params }) => listBooks(scope, school, params.groupId),
  }),
  defineWrite({
    method: 'post',
    path: '/book-club/groups/:groupId/books',
    operationId: 'addBook',
    summary: 'Adds a book to a group’s list.',
    permission: keepBooks,
    status: 201,
    params: GroupPath,
    body: NewBook,
    output: BookView,
    problems: [alreadyListed],
    handle: (scope, { params, body }) => addBook(scope, school, params.groupId, body),
  }),
];
