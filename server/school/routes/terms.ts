import { defineRead, defineWrite } from '../../http/route.ts';
import { addTerm, changeTerm, removeTerm } from '../commands/dates.ts';
import { editSchool, readSchool } from '../permissions.ts';
import { stillInUse, termOverlaps, termUnknown, wholeSchoolOnly } from '../problems.ts';
import { listTerms, termView } from '../queries/basics.ts';
import { Done, NewTerm, TermList, TermParams, TermView } from '../schemas/school.ts';

export const termRoutes = [
  defineRead({
    path: '/terms',
    operationId: 'listTerms',
    summary: 'All terms in order',
    permission: readSchool,
    output: TermList,
    handle: listTerms,
  }),
  defineRead({
    path: '/terms/:termId',
    operationId: 'getTerm',
    summary: 'One term',
    permission: readSchool,
    params: TermParams,
    output: TermView,
    problems: [termUnknown],
    handle: (scope, { params }) => termView(scope, params.termId),
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
    handle: async (scope, { body }) => termView(scope, await addTerm(scope, body)),
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
      return termView(scope, params.termId);
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
