import { defineRead, defineWrite } from '../../http/route.ts';
import { addSubject, removeSubject, renameSubject } from '../commands/homeSchools.ts';
import { editSchool, readSchool } from '../permissions.ts';
import { nameTaken, stillInUse, subjectUnknown, wholeSchoolOnly } from '../problems.ts';
import { listSubjects, subjectView } from '../queries/basics.ts';
import { Done, SubjectInput, SubjectList, SubjectParams, SubjectView } from '../schemas/school.ts';

export const subjectRoutes = [
  defineRead({
    path: '/subjects',
    operationId: 'listSubjects',
    summary: 'All subjects by name',
    permission: readSchool,
    output: SubjectList,
    handle: listSubjects,
  }),
  defineWrite({
    method: 'post',
    path: '/subjects',
    operationId: 'createSubject',
    summary: 'Adds a subject',
    permission: editSchool,
    body: SubjectInput,
    output: SubjectView,
    status: 201,
    problems: [nameTaken, wholeSchoolOnly],
    handle: async (scope, { body }) => subjectView(scope, await addSubject(scope, body)),
  }),
  defineWrite({
    method: 'patch',
    path: '/subjects/:subjectId',
    operationId: 'renameSubject',
    summary: 'Renames a subject',
    permission: editSchool,
    precondition: true,
    params: SubjectParams,
    body: SubjectInput,
    output: SubjectView,
    problems: [subjectUnknown, nameTaken, wholeSchoolOnly],
    handle: async (scope, { params, body, ifMatch }) => {
      await renameSubject(scope, params.subjectId, body, ifMatch);
      return subjectView(scope, params.subjectId);
    },
  }),
  defineWrite({
    method: 'delete',
    path: '/subjects/:subjectId',
    operationId: 'deleteSubject',
    summary: 'Deletes a subject that no course has',
    permission: editSchool,
    params: SubjectParams,
    output: Done,
    problems: [subjectUnknown, stillInUse, wholeSchoolOnly],
    handle: async (scope, { params }) => {
      await subjectView(scope, params.subjectId);
      await removeSubject(scope, params.subjectId);
      return {};
    },
  }),
];
