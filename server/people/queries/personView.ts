import type { ReadScope } from '../../host/scope.ts';
import type { PeopleReach } from '../api.ts';
import { decideGrant } from '../domain/explicitRoles.ts';
import { editPeople, grantRoles, readContacts, readPeople } from '../permissions.ts';
import type { PersonView } from '../schemas.ts';
import { contactsByIds, revisionOf } from '../store/people.ts';
import { rolesOf } from '../store/roles.ts';
import { studentFacts } from '../store/writePeople.ts';
import { childrenView, guardiansView, siblingsView } from './relatives.ts';

/** A person as the actor may see them. */
export const personView =
  (reach: PeopleReach) =>
  async (scope: ReadScope, id: string): Promise<PersonView> => {
    const { db, actor } = scope;
    const card = await reach.personAs(scope, readPeople, id);
    const [mayContact] = await reach.reachedAmong(scope, readContacts, [id]);
    const [mayEdit] = await reach.reachedAmong(scope, editPeople, [id]);
    const [contact] = mayContact ? await contactsByIds(db, [id]) : [];
    const granting = actor.grants.filter(({ role }) => grantRoles.roles.includes(role));
    return {
      ...card,
      revision: await revisionOf(db, id),
      contact: contact ?? null,
      student: (await studentFacts(db, id)) ?? null,
      roles: await rolesOf(db, [id]),
      sharesDeviceWith: await siblingsView(scope, reach, card),
      guardians: await guardiansView(scope, reach, id),
      children: await childrenView(scope, reach, id),
      may: { edit: mayEdit !== undefined, grantRoles: decideGrant(granting, { role: 'tutor' }) },
    };
  };
