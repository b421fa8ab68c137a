import { definePlugin } from '../host/plugin.ts';
import { grantsOf } from './access/grants.ts';
import { childrenOf, childrenOfMany, guardiansOf } from './access/held.ts';
import { mustActInPlaceOf } from './access/mustActInPlaceOf.ts';
import { type PeopleApi, type PeopleReach, peopleApi } from './api.ts';
import { changeAddresses, changeAddressesOfMany, lockForChange } from './commands/changeAddresses.ts';
import { createPerson } from './commands/createPerson.ts';
import { endOne } from './commands/guardianships.ts';
import { addChild, joinGuardians } from './commands/joinGuardians.ts';
import { removePeople } from './commands/removePeople.ts';
import { grantRole, revokeRole } from './commands/roles.ts';
import { layPeople, savePeople } from './commands/savePeople.ts';
import { setGrades } from './commands/setGrades.ts';
import { makeDemo } from './demo/makeDemo.ts';
import { accessChanged, accessEnded, personChanged, personCreated } from './events.ts';
import { peopleTables } from './migrations/001_people.ts';
import { guardianRights } from './migrations/002_rights.ts';
import { peoplePermissions } from './permissions.ts';
import { privacyOfPeople } from './privacy.ts';
import { peopleProblems } from './problems.ts';
import { guardianshipRoutes } from './routes/guardianships.ts';
import { meRoute } from './routes/me.ts';
import { peopleRoutes } from './routes/people.ts';
import { rightsRoutes } from './routes/rights.ts';
import { roleRoutes } from './routes/roles.ts';
import { guardianshipsOfBornUntil, setKeptByConsent, storedOf } from './store/guardianships.ts';
import { contactsByIds, peopleByIds, revisionOf, studentsByIds } from './store/people.ts';
import { personIdsWithRole, staffOf } from './store/roles.ts';
import { findPeople } from './store/search.ts';
import { separatedFrom, separationsOf } from './store/separations.ts';
import { studentFacts } from './store/writePeople.ts';

/** Reach that is given later: school requires people, so it starts after people. */
function lateReach(): { readonly reach: PeopleReach; set(given: PeopleReach): void } {
  let known: PeopleReach | undefined;
  const given = (): PeopleReach => {
    if (!known) throw new Error('People is asked who reaches whom, but school has not been started');
    return known;
  };
  return {
    set: (reach) => {
      known = reach;
    },
    reach: {
      personAs: (scope, permission, id) => given().personAs(scope, permission, id),
      seenPersonIds: (scope) => given().seenPersonIds(scope),
      seenAmong: (scope, ids) => given().seenAmong(scope, ids),
      reachedAmong: (scope, permission, ids) => given().reachedAmong(scope, permission, ids),
      staffRolesAmong: (moment, ids) => given().staffRolesAmong(moment, ids),
      personIdsOfGroup: (moment, groupId) => given().personIdsOfGroup(moment, groupId),
      studentsMoved: (scope, studentIds) => given().studentsMoved(scope, studentIds),
    },
  };
}

/** Persons, students, guardians, and roles given by hand. */
export const peopleModule = definePlugin<PeopleApi>({
  ref: peopleApi,
  home: new URL('./', import.meta.url),
  permissions: peoplePermissions,
  publishes: [personCreated, personChanged, accessChanged, accessEnded],
  problems: peopleProblems,
  migrations: [peopleTables, guardianRights],
  privacy: privacyOfPeople,
  start: () => {
    const { reach, set } = lateReach();
    return {
      api: {
        peopleByIds,
        studentsByIds,
        contactsByIds,
        searchPeople: findPeople,
        revisionOf,
        lockPerson: lockForChange,
        changeAddresses,
        changeAddressesOfMany,
        guardiansOf,
        bornOn: async (db, id) => (await studentFacts(db, id))?.bornOn ?? null,
        guardianshipsOfBornUntil,
        guardianshipsOfStudent: (db, studentId) => storedOf(db, studentId),
        endGuardianship: endOne,
        keepByConsent: (scope, id, keeps) =>
          setKeptByConsent(scope.db, id, keeps ? scope.now : null).then(() => undefined),
        separatedFrom,
        separationsOf,
        childrenOf,
        childrenOfMany,
        personIdsWithRole,
        staffOf,
        setGrades,
        createPerson,
        layPeople,
        savePeople: savePeople(reach),
        removePeople,
        grantRole,
        revokeRole,
        addChild,
        joinGuardians,
        mustActInPlaceOf: (scope, personId) => mustActInPlaceOf(scope, reach, personId),
        setReach: set,
      },
      makeDemo: (demo) => makeDemo(reach, demo),
      routes: [
        meRoute,
        ...peopleRoutes(reach),
        ...roleRoutes(reach),
        ...guardianshipRoutes(reach),
        ...rightsRoutes(reach),
      ],
      grantsOf,
    };
  },
});
