import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import { dayOf } from '../day.ts';
import { accessChanged, personCreated } from '../events.ts';
import { sortText } from '../names.ts';
import { datesReversed, externalIdTaken, homeSchoolUnknown, notAStudent } from '../problems.ts';
import type { NewPerson } from '../schemas.ts';
import { insertGuardianships } from '../store/guardianships.ts';
import { insertPeople, saveStudents, setBornOn } from '../store/writePeople.ts';
import { deviceSharedWith } from './shareDevice.ts';

/** Makes a person, and what they are: student, guardian. Asks for no rights. Returns the id. */
export async function createPerson(scope: WriteScope, person: NewPerson): Promise<string> {
  const { student, guardianOf, sharesDeviceWith, ...facts } = person;
  const id = scope.newId();
  const sharedDeviceId = await deviceSharedWith(scope, sharesDeviceWith);
  const row = { ...facts, id, sharedDeviceId, sortText: sortText(facts), createdAt: scope.now };
  await refusing(insertPeople(scope.db, [row]), [
    { guard: 'people_person.external_id', problem: externalIdTaken, extra: { externalId: facts.externalId } },
  ]);
  if (student) {
    const { bornOn = null, ...enrolled } = student;
    await refusing(saveStudents(scope.db, [{ ...enrolled, personId: id }]), [
      {
        guard: 'people_student_home_school_known',
        problem: homeSchoolUnknown,
        extra: { field: 'student.homeSchoolId' },
      },
    ]);
    if (bornOn) await setBornOn(scope.db, id, bornOn);
  }
  await addGuardianships(scope, id, guardianOf);
  scope.emit(personCreated, { personId: id });
  if (guardianOf.length > 0) scope.emit(accessChanged, { personId: id });
  return id;
}

async function addGuardianships(scope: WriteScope, guardianId: string, list: NewPerson['guardianOf']): Promise<void> {
  const rows = list.map(({ fromOn = dayOf(scope.now), ...held }) => ({
    ...held,
    id: scope.newId(),
    guardianId,
    fromOn,
  }));
  const reversed = rows.find(({ fromOn, untilOn }) => untilOn !== null && untilOn < fromOn);
  if (reversed) throw new Problem(datesReversed, { fromOn: reversed.fromOn, untilOn: reversed.untilOn });
  await refusing(insertGuardianships(scope.db, rows), [
    { guard: 'reference', problem: notAStudent, extra: { field: 'guardianOf' } },
  ]);
}
