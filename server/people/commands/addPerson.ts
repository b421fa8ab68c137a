import { scopesOf } from '../../access/actor.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { PeopleReach } from '../api.ts';
import { editPeople } from '../permissions.ts';
import { outsideOfHomeSchool } from '../problems.ts';
import type { NewPerson } from '../schemas.ts';
import { createPerson } from './createPerson.ts';
import { mustReachHomeSchool } from './mustReachHomeSchool.ts';

/** Adds a person whom the actor may add: anybody, or a student of the own home school, or a guardian of one. */
export const addPerson =
  (reach: PeopleReach) =>
  async (scope: WriteScope, person: NewPerson): Promise<string> => {
    const everywhere = scopesOf(scope.actor, editPeople).some(({ kind }) => kind === 'everything');
    if (!everywhere) {
      if (!person.student && person.guardianOf.length === 0)
        throw new Problem(outsideOfHomeSchool, { needs: editPeople.id });
      if (person.student) mustReachHomeSchool(scope.actor, editPeople, person.student.homeSchoolId);
    }
    for (const { studentId } of person.guardianOf) await reach.personAs(scope, editPeople, studentId);
    if (person.sharesDeviceWith) await reach.personAs(scope, editPeople, person.sharesDeviceWith);
    return createPerson(scope, person);
  };
