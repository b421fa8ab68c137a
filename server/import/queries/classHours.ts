import type { ReadScope } from '../../host/scope.ts';
import { readIds } from '../../people/api.ts';
import { sendHours } from '../permissions.ts';
import { planClass } from '../planner/classPlan.ts';
import type { ClassHours, HoursPreview } from '../schemas/hours.ts';
import {
  fingerprintOf,
  type HoursModules,
  homeSchoolAs,
  otherClocksAmong,
  type PlannedHours,
  previewOf,
  pupilsOf,
} from './hoursFile.ts';

/** What the same hours for a whole class would change now: the school's students of a grade, of a group, or of both. */
export async function plannedForClass(
  scope: ReadScope,
  modules: HoursModules,
  homeSchoolId: string,
  { groupId, grade, hours }: ClassHours,
): Promise<PlannedHours> {
  const homeSchool = await homeSchoolAs(scope, modules, homeSchoolId);
  const members = groupId === null ? undefined : await membersOf(scope, modules, groupId);
  const pupils = (await pupilsOf(scope, modules, homeSchoolId)).filter(
    (pupil) => (!members || members.has(pupil.id)) && (grade === null || pupil.grade === grade),
  );
  const plan = { ...planClass(hours, pupils), unnamed: 0, problems: [] };
  const otherClocks = otherClocksAmong(pupils, plan, homeSchool);
  return { homeSchool, plan, fingerprint: fingerprintOf(plan), otherClocks };
}

/** Students of a group that the actor reaches, those who join it later too. */
async function membersOf(scope: ReadScope, { school }: HoursModules, groupId: string): Promise<ReadonlySet<string>> {
  const { id } = await school.groupAs(scope, sendHours, groupId);
  return new Set(await readIds(school.studentIdsWithin(scope, [{ kind: 'group', id }])));
}

export const previewClassHours = async (
  scope: ReadScope,
  modules: HoursModules,
  homeSchoolId: string,
  wanted: ClassHours,
): Promise<HoursPreview> => previewOf(await plannedForClass(scope, modules, homeSchoolId, wanted), []);
