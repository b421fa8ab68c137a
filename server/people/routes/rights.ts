import { defineRead, defineWrite } from '../../http/route.ts';
import type { PeopleReach } from '../api.ts';
import { joinSeparated, liftLimit, limitGuardianship, separateGuardians } from '../commands/rights.ts';
import { editPeople, seeRights } from '../permissions.ts';
import { datesReversed, guardianshipUnknown, limitUnknown, separationUnknown } from '../problems.ts';
import { rightsView } from '../queries/rightsView.ts';
import {
  Created,
  GuardianshipParams,
  LimitInput,
  LimitParams,
  RightsView,
  SeparationEnded,
  SeparationInput,
  SeparationParams,
  StudentParams,
} from '../schemas.ts';

/** Whose guardianship it is. */
const guardianOf = (guardianships: RightsView['guardianships'], id: string): string[] =>
  guardianships.filter(({ guardianshipId }) => guardianshipId === id).map(({ guardianId }) => guardianId);

export const rightsRoutes = (reach: PeopleReach) => [
  defineRead({
    path: '/students/:studentId/guardianships',
    operationId: 'getGuardianRights',
    summary: 'Who looks after a student, with which rights and limits, and how it was before',
    permission: seeRights,
    about: { what: 'people.rights-read', whose: ({ params }) => [params.studentId] },
    params: StudentParams,
    output: RightsView,
    handle: (scope, { params }) => rightsView(reach)(scope, params.studentId),
  }),
  defineWrite({
    method: 'post',
    path: '/guardianships/:guardianshipId/limits',
    operationId: 'limitGuardianship',
    summary: 'Writes down what a court has limited',
    permission: editPeople,
    about: {
      what: 'people.limit-set',
      whose: ({ params }, { guardianships, studentId }) => [
        studentId,
        ...guardianOf(guardianships, params.guardianshipId),
      ],
    },
    params: GuardianshipParams,
    body: LimitInput,
    output: RightsView,
    status: 201,
    problems: [guardianshipUnknown, datesReversed],
    handle: async (scope, { params, body }) =>
      rightsView(reach)(scope, await limitGuardianship(reach)(scope, params.guardianshipId, body)),
  }),
  defineWrite({
    method: 'delete',
    path: '/guardianship-limits/:limitId',
    operationId: 'liftGuardianshipLimit',
    summary: 'Ends a limit at once',
    permission: editPeople,
    about: { what: 'people.limit-lifted', whose: (_asked, { studentId }) => [studentId] },
    params: LimitParams,
    output: RightsView,
    problems: [limitUnknown],
    handle: async (scope, { params }) => rightsView(reach)(scope, await liftLimit(reach)(scope, params.limitId)),
  }),
  defineWrite({
    method: 'post',
    path: '/separations',
    operationId: 'separateGuardians',
    summary: 'Marks two guardians who must not find each other’s contacts',
    permission: editPeople,
    // Families read what is kept, and must not read there that two of them are kept apart.
    about: { what: 'people.separated', whose: ({ body }) => [body.guardianId, body.otherGuardianId], isForStaff: true },
    body: SeparationInput,
    output: Created,
    status: 201,
    handle: async (scope, { body }) => ({ id: await separateGuardians(reach)(scope, body) }),
  }),
  defineWrite({
    method: 'delete',
    path: '/separations/:separationId',
    operationId: 'endSeparation',
    summary: 'Takes the mark of two guardians away',
    permission: editPeople,
    about: { what: 'people.separation-ended', whose: (_asked, { guardianIds }) => guardianIds, isForStaff: true },
    params: SeparationParams,
    output: SeparationEnded,
    problems: [separationUnknown],
    handle: async (scope, { params }) => ({
      guardianIds: [...(await joinSeparated(reach)(scope, params.separationId))],
    }),
  }),
];
