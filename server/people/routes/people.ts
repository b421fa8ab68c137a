import { ofPersonInPath } from '../../audit/about.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import type { PeopleReach } from '../api.ts';
import { addPerson } from '../commands/addPerson.ts';
import { changePerson } from '../commands/changePerson.ts';
import { editPeople, readPeople } from '../permissions.ts';
import {
  datesReversed,
  externalIdTaken,
  homeSchoolUnknown,
  lastAdmin,
  notAStudent,
  outsideOfHomeSchool,
  siblingUnknown,
  wayInNotYours,
} from '../problems.ts';
import { listPeople } from '../queries/listPeople.ts';
import { personView } from '../queries/personView.ts';
import { NewPerson, PeoplePage, PeopleQuery, PersonChange, PersonParams, PersonView } from '../schemas.ts';

const refusals = [externalIdTaken, homeSchoolUnknown, siblingUnknown, outsideOfHomeSchool];

export const peopleRoutes = (reach: PeopleReach) => [
  defineRead({
    path: '/people',
    operationId: 'listPeople',
    summary: 'People whom the caller sees, ordered by name, by page',
    permission: readPeople,
    about: {
      what: 'people.directory',
      whose: (_asked, { items }) => items.filter(({ isReached }) => isReached).map(({ id }) => id),
    },
    query: PeopleQuery,
    output: PeoplePage,
    handle: (scope, { query }) => listPeople(reach)(scope, query),
  }),
  defineRead({
    path: '/people/:personId',
    operationId: 'getPerson',
    summary: 'One person with relatives and roles',
    permission: readPeople,
    about: ofPersonInPath('people.page'),
    params: PersonParams,
    output: PersonView,
    handle: (scope, { params }) => personView(reach)(scope, params.personId),
  }),
  defineWrite({
    method: 'post',
    path: '/people',
    operationId: 'createPerson',
    summary: 'Adds a person, who may be a student or a guardian',
    permission: editPeople,
    about: { what: 'people.added', whose: (_asked, { id }) => [id] },
    body: NewPerson,
    output: PersonView,
    status: 201,
    problems: [...refusals, notAStudent, datesReversed],
    handle: async (scope, { body }) => personView(reach)(scope, await addPerson(reach)(scope, body)),
  }),
  defineWrite({
    method: 'patch',
    path: '/people/:personId',
    operationId: 'changePerson',
    summary: 'Changes what is sent of a person',
    permission: editPeople,
    about: {
      ...ofPersonInPath('people.changed'),
      parts: {
        names: ['people.born-on-changed'],
        of: (body: PersonChange) => (body.student?.bornOn === undefined ? [] : ['people.born-on-changed']),
      },
    },
    precondition: true,
    params: PersonParams,
    body: PersonChange,
    output: PersonView,
    problems: [...refusals, lastAdmin, wayInNotYours],
    handle: async (scope, { params, body, ifMatch }) => {
      await changePerson(reach)(scope, params.personId, body, ifMatch);
      return personView(reach)(scope, params.personId);
    },
  }),
];
