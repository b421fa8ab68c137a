import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import { mustActInPlaceOf } from '../access/mustActInPlaceOf.ts';
import { personAt } from '../access/personAt.ts';
import type { PeopleReach } from '../api.ts';
import { given } from '../domain/given.ts';
import { accessChanged, accessEnded, personChanged } from '../events.ts';
import { sortText } from '../names.ts';
import { editPeople } from '../permissions.ts';
import { externalIdTaken, homeSchoolUnknown, siblingUnknown } from '../problems.ts';
import type { PersonChange } from '../schemas.ts';
import { type LockedPerson, saveStudents, setBornOn, studentFacts, updatePerson } from '../store/writePeople.ts';
import { mustReachHomeSchool } from './mustReachHomeSchool.ts';
import { keepAnAdmin } from './roles.ts';
import { deviceSharedWith } from './shareDevice.ts';

/** Changes a person whom the actor may edit; `ifMatch` is the revision that they saw. */
export const changePerson =
  (reach: PeopleReach) =>
  async (scope: WriteScope, id: string, change: PersonChange, ifMatch: number): Promise<void> => {
    await reach.personAs(scope, editPeople, id);
    const before = await personAt(scope, id, ifMatch);
    const { student, ...facts } = change;
    if (changesWayIn(before, facts)) await mustActInPlaceOf(scope, reach, id);
    if (facts.isActive === false) await keepAnAdmin(scope, id);
    await storeFacts(scope, before, facts);
    if (student) await storeStudent(scope, reach, id, student);
    scope.emit(personChanged, { personId: id });
    if (change.isActive !== undefined && change.isActive !== before.isActive)
      scope.emit(accessChanged, { personId: id });
    if (change.isActive === false && before.isActive) scope.emit(accessEnded, { personId: id });
  };

/** New passwords are sent to the e-mail, and whoever is not active comes in no more. */
const changesWayIn = (before: LockedPerson, { email, isActive }: Omit<PersonChange, 'student'>): boolean =>
  (email !== undefined && email !== before.email) || (isActive !== undefined && isActive !== before.isActive);

async function storeFacts(
  scope: WriteScope,
  before: LockedPerson,
  { sharesDeviceWith, ...change }: Omit<PersonChange, 'student'>,
): Promise<void> {
  if (sharesDeviceWith === before.id) throw new Problem(siblingUnknown, { field: 'sharesDeviceWith' });
  const sent = given(change);
  const device =
    sharesDeviceWith === undefined ? {} : { sharedDeviceId: await deviceSharedWith(scope, sharesDeviceWith) };
  const names = { ...before, ...sent };
  await refusing(updatePerson(scope.db, before.id, { ...sent, ...device, sortText: sortText(names) }), [
    { guard: 'people_person.external_id', problem: externalIdTaken, extra: { externalId: change.externalId } },
  ]);
}

async function storeStudent(
  scope: WriteScope,
  reach: PeopleReach,
  personId: string,
  { bornOn, ...student }: NonNullable<PersonChange['student']>,
): Promise<void> {
  mustReachHomeSchool(scope.actor, editPeople, student.homeSchoolId);
  const before = await studentFacts(scope.db, personId);
  await refusing(saveStudents(scope.db, [{ ...student, personId }]), [
    { guard: 'people_student_home_school_known', problem: homeSchoolUnknown, extra: { field: 'student.homeSchoolId' } },
  ]);
  if (bornOn !== undefined) await setBornOn(scope.db, personId, bornOn);
  if (before?.homeSchoolId !== student.homeSchoolId) await reach.studentsMoved(scope, [personId]);
}
