import { createHash } from 'node:crypto';
import { scopesOf } from '../../access/actor.ts';
import type { CalendarApi } from '../../calendar/api.ts';
import type { Language } from '../../host/language.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { forbidden } from '../../http/problems.ts';
import { type PeopleApi, readIds } from '../../people/api.ts';
import type { HomeSchool, SchoolApi } from '../../school/api.ts';
import { windowsText } from '../domain/windows.ts';
import { hoursColumns } from '../forms/hoursForm.ts';
import { sendHours } from '../permissions.ts';
import { type HoursPlan, type Pupil, planHours } from '../planner/hoursPlan.ts';
import { homeSchoolUnknown } from '../problems.ts';
import { type ReadHours, readHours } from '../readers/readHours.ts';
import type { HoursFile, HoursPreview } from '../schemas/hours.ts';
import { csvFor, headingsIn, workbookOf } from '../writers/tables.ts';

export interface HoursModules {
  readonly people: Pick<PeopleApi, 'studentsByIds'>;
  readonly school: Pick<SchoolApi, 'groupAs' | 'homeSchools' | 'studentIdsWithin'>;
  readonly calendar: Pick<CalendarApi, 'timesOf' | 'importAvailabilities'>;
}

export interface PlannedHours {
  readonly homeSchool: HomeSchool;
  readonly plan: HoursPlan;
  readonly fingerprint: string;
  readonly otherClocks: readonly string[];
}

/** More is counted, not shown. */
const mostShown = 200;

/** The home school, for whoever answers for it. Home schools are known by name to everybody. */
export async function homeSchoolAs(scope: ReadScope, { school }: HoursModules, id: string): Promise<HomeSchool> {
  const found = (await school.homeSchools(scope.db)).find((one) => one.id === id);
  if (!found) throw new Problem(homeSchoolUnknown, { id });
  const reaches = scopesOf(scope.actor, sendHours).some(
    (one) => one.kind === 'everything' || (one.kind === 'home-school' && one.id === id),
  );
  if (!reaches) throw new Problem(forbidden);
  return found;
}

type PupilOfSchool = Pupil & { readonly zone: string; readonly grade: number };

/** The active students of a home school with the hours that it has given, in the order of their names. */
export async function pupilsOf(
  scope: ReadScope,
  { people, school, calendar }: HoursModules,
  id: string,
): Promise<readonly PupilOfSchool[]> {
  const ids = await readIds(school.studentIdsWithin(scope, [{ kind: 'home-school', id }]));
  const students = (await people.studentsByIds(scope.db, ids)).filter(({ isActive }) => isActive);
  const times = await calendar.timesOf(
    scope.db,
    students.map((student) => student.id),
  );
  const weeks = new Map(times.map(({ personId, availability }) => [personId, availability.weekly]));
  return students
    .map((student) => ({
      ...student,
      hours: (weeks.get(student.id) ?? [])
        .filter(({ kind }) => kind === 'busy')
        .map(({ weekday, from, to }) => ({ weekday, from, to })),
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

export const hoursIn = ({ name, data }: HoursFile): Promise<ReadHours> =>
  readHours({ name, bytes: Buffer.from(data, 'base64') });

/** What the file would do to the hours of the school's students now. */
export async function planned(
  scope: ReadScope,
  modules: HoursModules,
  homeSchoolId: string,
  read: ReadHours,
): Promise<PlannedHours> {
  const homeSchool = await homeSchoolAs(scope, modules, homeSchoolId);
  const pupils = await pupilsOf(scope, modules, homeSchoolId);
  const found = planHours(read.rows, pupils);
  const plan = { ...found, problems: [...read.problems, ...found.problems] };
  const otherClocks = otherClocksAmong(pupils, plan, homeSchool);
  return { homeSchool, plan, fingerprint: fingerprintOf(plan), otherClocks };
}

/** Whose hours change who live by other clocks than the school, by name. */
export function otherClocksAmong(
  pupils: readonly PupilOfSchool[],
  { changes }: Pick<HoursPlan, 'changes'>,
  homeSchool: HomeSchool,
): readonly string[] {
  const changed = new Set(changes.map(({ personId }) => personId));
  return pupils.filter(({ id, zone }) => changed.has(id) && zone !== homeSchool.zone).map(({ name }) => name);
}

/** Names exactly these changes. */
export const fingerprintOf = ({ changes }: Pick<HoursPlan, 'changes'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        changes.map(({ personId, before, after }) => [personId, windowsText(before), windowsText(after)]).toSorted(),
      ),
    )
    .digest('hex');

export async function previewHours(
  scope: ReadScope,
  modules: HoursModules,
  homeSchoolId: string,
  file: HoursFile,
): Promise<HoursPreview> {
  const read = await hoursIn(file);
  return previewOf(await planned(scope, modules, homeSchoolId, read), read.ignored);
}

/** A plan as it is looked at before it is carried out. */
export function previewOf(
  { homeSchool, plan, fingerprint, otherClocks }: PlannedHours,
  ignored: readonly string[],
): HoursPreview {
  const { changes, problems, same, unnamed } = plan;
  return {
    homeSchool: { id: homeSchool.id, name: homeSchool.name },
    fingerprint,
    faults: problems.slice(0, mostShown).map((fault) => ({ ...fault, params: { ...fault.params } })),
    faultCount: problems.length,
    changes: changes.slice(0, mostShown).map((one) => ({ ...one, before: [...one.before], after: [...one.after] })),
    changeCount: changes.length,
    ...{ same, unnamed },
    ignored: [...ignored],
    otherClocks: otherClocks.slice(0, mostShown),
  };
}

/** The table to fill in: every student of the school, with the hours that are known. */
export async function hoursTemplate(
  scope: ReadScope,
  modules: HoursModules,
  homeSchoolId: string,
  format: 'csv' | 'xlsx',
  language: Language,
): Promise<Uint8Array> {
  const { name } = await homeSchoolAs(scope, modules, homeSchoolId);
  const pupils = await pupilsOf(scope, modules, homeSchoolId);
  const bearers = new Map<string, number>();
  for (const pupil of pupils) bearers.set(pupil.name, (bearers.get(pupil.name) ?? 0) + 1);
  const rows = pupils.flatMap((pupil) => {
    // The name reads better; the code where two have the same name.
    const isAlone = bearers.get(pupil.name) === 1;
    const student = isAlone ? pupil.name : (pupil.externalId ?? pupil.name);
    const hours = pupil.hours.map(({ weekday, from, to }) => [student, String(weekday), from, to]);
    return hours.length > 0 ? hours : [[student, '', '', '']];
  });
  const table = { name, rows: [headingsIn(hoursColumns, language), ...rows] };
  return format === 'csv' ? csvFor(table, language) : workbookOf([table]);
}
