import { defineWrite } from '../../http/route.ts';
import type { PeopleReach } from '../api.ts';
import { addGuardianship, removeGuardianship } from '../commands/guardianships.ts';
import { editPeople } from '../permissions.ts';
import { datesReversed, guardianshipUnknown, notAStudent } from '../problems.ts';
import { Created, GuardianshipEnded, GuardianshipInput, GuardianshipParams } from '../schemas.ts';

export const guardianshipRoutes = (reach: PeopleReach) => [
  defineWrite({
    method: 'post',
    path: '/guardianships',
    operationId: 'saveGuardianship',
    summary: 'Makes somebody guardian of a student, or changes the relation',
    permission: editPeople,
    about: { what: 'people.guardian-saved', whose: ({ body }) => [body.studentId, body.guardianId] },
    body: GuardianshipInput,
    output: Created,
    status: 201,
    problems: [notAStudent, datesReversed],
    handle: async (scope, { body }) => ({ id: await addGuardianship(reach)(scope, body) }),
  }),
  defineWrite({
    method: 'delete',
    path: '/guardianships/:guardianshipId',
    operationId: 'endGuardianship',
    summary: 'Ends a guardianship at once',
    permission: editPeople,
    about: { what: 'people.guardian-ended', whose: (_asked, { studentId, guardianId }) => [studentId, guardianId] },
    params: GuardianshipParams,
    output: GuardianshipEnded,
    problems: [guardianshipUnknown],
    handle: (scope, { params }) => removeGuardianship(reach)(scope, params.guardianshipId),
  }),
];
