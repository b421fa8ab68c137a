import type { CalendarApi } from '../../calendar/api.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { PeopleApi } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import type { ImportFile } from '../csv/rows.ts';
import type { Change, Plan } from '../domain/plan.ts';
import { type Kind, nameOf, partsOf } from '../domain/records.ts';
import { windowsOfText } from '../domain/windows.ts';
import { planImport, recordsOf } from '../planner/planImport.ts';
import { changedSincePlan, hasProblems } from '../problems.ts';
import { readExisting, type Snapshot } from '../queries/readExisting.ts';
import { forget } from '../store/memory.ts';
import { deviceIds } from '../store/peopleRows.ts';
import { type Ids, idsFor } from './ids.ts';
import { peopleBatch } from './peopleBatch.ts';
import { remember } from './remember.ts';
import { schoolBatch } from './schoolBatch.ts';
import { type FullChange, text, whole } from './values.ts';

/** The modules that an import writes to. */
export interface Modules {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  readonly calendar: CalendarApi;
}

/**
 * Applies what a plan of these files says, all or nothing. With `fingerprint` only if nothing has changed
 * since the plan was made.
 */
export async function applyImport(
  modules: Modules,
  scope: WriteScope,
  files: readonly ImportFile[],
  fingerprint?: string,
): Promise<Plan> {
  const before = await readExisting(scope, modules.calendar);
  const plan = planImport(files, before);
  if (plan.problems.length > 0)
    throw new Problem(hasProblems, { problems: plan.problems, count: plan.problems.length });
  if (fingerprint !== undefined && fingerprint !== plan.fingerprint) throw new Problem(changedSincePlan);
  await apply(modules, scope, plan.changes, before);
  await remember(scope.db, recordsOf(files, before), before.memory);
  await forget(
    scope.db,
    plan.changes.filter(({ action }) => action === 'remove'),
  );
  return plan;
}

async function apply(
  { people, school, calendar }: Modules,
  scope: WriteScope,
  plan: readonly Change[],
  before: Snapshot,
): Promise<void> {
  const ids = idsFor(plan, before.ids, scope.newId);
  const changes = changesByKind(plan, before);
  const schoolRows = schoolBatch(changes, ids, (group) => gridAfter(group, plan, before));
  await school.saveHomeSchools(scope, schoolRows.homeSchools);
  await people.savePeople(scope, peopleBatch(changes, ids, await deviceIds(scope.db), scope.newId));
  await school.saveSchool(scope, schoolRows);
  for (const [personId, windows] of windowsByPerson(changes('windows'), ids))
    await calendar.importAvailability(scope, personId, windows);
}

function changesByKind(plan: readonly Change[], before: Snapshot): (kind: Kind) => readonly FullChange[] {
  const byKind = new Map<Kind, FullChange[]>();
  for (const change of plan) {
    const full = { ...change, full: before.records.get(nameOf(change))?.fields ?? {} };
    const others = byKind.get(change.kind);
    if (others) others.push(full);
    else byKind.set(change.kind, [full]);
  }
  return (kind) => byKind.get(kind) ?? [];
}

/** The grid that a group has after the changes. */
function gridAfter(group: string, plan: readonly Change[], before: Snapshot) {
  const isOwn = ({ kind, key }: { readonly kind: Kind; readonly key: string }): boolean =>
    kind === 'grid-place' && partsOf(key)[0] === group;
  const places = new Map([...before.records.values()].filter(isOwn).map((place) => [place.key, place.fields]));
  for (const change of plan.filter(isOwn)) {
    if (change.action === 'remove') places.delete(change.key);
    else places.set(change.key, { ...places.get(change.key), ...change.fields });
  }
  return [...places].map(([key, fields]) => {
    const [, weekday, hour] = partsOf(key);
    const startsTime = text(fields.startsTime);
    return { weekday: Number(weekday), hour: Number(hour), startsTime, minutes: whole(fields.minutes) };
  });
}

/** Both kinds of windows of a person at once: each write of calendar counts a revision. */
function windowsByPerson(changes: readonly FullChange[], ids: Ids) {
  const byPerson = new Map<string, { windows?: Hours; hours?: Hours }>();
  for (const change of changes) {
    const personId = ids.part('person', change, 0);
    const hours = windowsOfText(text(change.fields.windows));
    const isOnline = partsOf(change.key)[1] === 'online';
    byPerson.set(personId, { ...byPerson.get(personId), ...(isOnline ? { windows: hours } : { hours }) });
  }
  return byPerson;
}

type Hours = ReturnType<typeof windowsOfText>;
