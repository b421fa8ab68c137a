import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import { addTerm, changeTerm, removeTerm } from '../commands/dates.ts';
import { editSchool, readSchool } from '../permissions.ts';
import { stillInUse, termOverlaps, termUnknown, wholeSchoolOnly } from '../problems.ts';
import { Done, NewTerm, TermList, TermParams, TermView } from '../schemas.ts';
import { termById, terms } from '../store/dates.ts';
import type { Term } from '../views.ts';

async function shown(scope: ReadScope, id: string): Promise<Term> {
  const found = await termById(scope.db, id);
  if (!found) throw new Problem(termUnknown, { id });
  return found;
}

export const termRoutes = [
  defineRead({
    path: '/terms',
    operationId: 'listTerms',
    summary: 'All terms in order',
    permission: readSchool,
    output: TermList,
    handle: async (scope) => ({ items: await terms(scope.db) }),
  }),
  defineRead({
    path: '/terms/:termId',
    operationId: 'getTerm',
    summary: 'One term',
    permission: readSchool,
    params: TermParams,
    output: TermView,
    problems: [termUnknown],
    handle: (scope, { params }) => shown(scope, params.termId),
  }),
  defineWrite({
    method: 'post',
    path: '/terms',
    operationId: 'createTerm',
    summary: 'Adds a term; terms may not overlap',
    permission: editSchool,
    body: NewTerm,
    output: TermView,
    status: 201,
    problems: [termOverlaps, wholeSchoolOnly],
    handle: async (scope, { body }) => shown(scope, await addTerm(scope, body)),
  }),
  defineWrite({
    method: 'put',
    path: '/terms/:termId',
    operationId: 'changeTerm',
    summary: 'Changes a term; terms may not overlap',
    permission: editSchool,
    precondition: true,
    params: TermParams,
    body: NewTerm,
    output: TermView,
    problems: [termUnknown, termOverlaps, wholeSchoolOnly],
    handle: async (scope, { params, body, ifMatch }) => {
      await changeTerm(scope, params.termId, body, ifMatch);
      return shown(scope, params.termId);
    },
  }),
  defineWrite({
    method: 'delete',
    path: '/terms/:termId',
    operationId: 'deleteTerm',
    summary: 'Deletes a term that nothing refers to',
    permission: editSchool,
    params: TermParams,
    output: Done,
    problems: [termUnknown, stillInUse, wholeSchoolOnly],
    handle: async (scope, { params }) => {
      await removeTerm(scope, params.termId);
      return {};
    },
  }),
];
