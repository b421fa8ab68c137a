import type { ReadScope } from '../../host/scope.ts';
import type { PeopleReach } from '../api.ts';
import { decideGrant } from '../domain/explicitRoles.ts';
import { editPeople, grantRoles, readContacts, readPeople, seeRights } from '../permissions.ts';
import type { PersonView } from '../schemas.ts';
import { contactsByIds, revisionOf } from '../store/people.ts';
import { rolesOf } from '../store/roles.ts';
import { separatedFrom } from '../store/separations.ts';
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
    const [mayRights] = await reach.reachedAmong(scope, seeRights, [id]);
    // To those who must not find somebody, an address is shown by contacts alone, which knows all that is to be hidden.
    const isGuarded = id !== actor.personId && (await separatedFrom(db, actor.personId)).length > 0;
    const [contact] = mayContact && !isGuarded ? await contactsByIds(db, [id]) : [];
    const student = await studentFacts(db, id);
    const granting = actor.grants.filter(({ role }) => grantRoles.roles.includes(role));
    return {
      ...card,
      revision: await revisionOf(db, id),
      contact: contact ?? null,
      student: student ? { ...student, bornOn: mayContact ? student.bornOn : null } : null,
      roles: await rolesOf(db, [id]),
      sharesDeviceWith: await siblingsView(scope, reach, card),
      guardians: await guardiansView(scope, reach, id),
      children: await childrenView(scope, reach, id),
      may: {
        edit: mayEdit !== undefined,
        grantRoles: decideGrant(granting, { role: 'tutor' }),
        seeContacts: mayContact !== undefined || id === actor.personId,
        seeRights: mayRights !== undefined,
      },
    };
  };
