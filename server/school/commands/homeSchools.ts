import type { WriteScope } from '../../host/scope.ts';
import { type Guarded, refusing } from '../../http/refusing.ts';
import { given } from '../../people/api.ts';
import { lockAt } from '../access/lockAt.ts';
import { mustEditSchool } from '../access/wholeSchool.ts';
import { externalIdTaken, homeSchoolUnknown, nameTaken, stillInUse, subjectUnknown } from '../problems.ts';
import type { HomeSchoolChange, NewHomeSchool, SubjectInput } from '../schemas/school.ts';
import { deleteRow, insertRow, updateRevised } from '../store/revised.ts';

const homeSchoolGuards: readonly Guarded[] = [{ guard: 'school_home_school.external_id', problem: externalIdTaken }];
const subjectGuards: readonly Guarded[] = [{ guard: 'school_subject.name', problem: nameTaken }];

/** Adds a home school. Returns its id. */
export async function addHomeSchool(scope: WriteScope, input: NewHomeSchool): Promise<string> {
  mustEditSchool(scope);
  const id = scope.newId();
  await refusing(insertRow(scope.db, 'school_home_school', { ...input, id }), homeSchoolGuards);
  return id;
}

export async function changeHomeSchool(
  scope: WriteScope,
  id: string,
  change: HomeSchoolChange,
  ifMatch: number,
): Promise<void> {
  mustEditSchool(scope);
  await lockAt(scope, 'school_home_school', id, ifMatch, homeSchoolUnknown);
  await refusing(updateRevised(scope.db, 'school_home_school', id, given(change)), homeSchoolGuards);
}

/** Adds a subject. Returns its id. */
export async function addSubject(scope: WriteScope, input: SubjectInput): Promise<string> {
  mustEditSchool(scope);
  const id = scope.newId();
  await refusing(insertRow(scope.db, 'school_subject', { ...input, id }), subjectGuards);
  return id;
}

export async function renameSubject(
  scope: WriteScope,
  id: string,
  input: SubjectInput,
  ifMatch: number,
): Promise<void> {
  mustEditSchool(scope);
  await lockAt(scope, 'school_subject', id, ifMatch, subjectUnknown);
  await refusing(updateRevised(scope.db, 'school_subject', id, input), subjectGuards);
}

/** Deletes a subject that no course has. */
export async function removeSubject(scope: WriteScope, id: string): Promise<void> {
  mustEditSchool(scope);
  await refusing(deleteRow(scope.db, 'school_subject', id), [{ guard: 'reference', problem: stillInUse }]);
}
