import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { changedMeanwhile } from '../../http/problems.ts';
import { personToWrite, type Reachers, studentOfHomeSchool } from '../access/availabilityAs.ts';
import { availabilityChanged } from '../events.ts';
import { viewOf } from '../queries/availability.ts';
import type { AvailabilityInput, AvailabilityView, HomeSchoolHoursInput } from '../schemas.ts';
import {
  raiseRevision,
  raiseRevisions,
  replaceExceptions,
  replaceManyWindows,
  replaceWindows,
  revisionOf,
} from '../store/availability.ts';

/** Replaces when a person can be online, if nobody changed it since revision `seen`. */
export async function putAvailability(
  reachers: Reachers,
  scope: WriteScope,
  personId: string,
  input: AvailabilityInput,
  seen: number,
): Promise<AvailabilityView> {
  const person = await personToWrite(reachers, scope, personId);
  await takeTurn(scope, personId, seen);
  await storeOnline(scope, personId, input);
  return viewOf(reachers, scope, person);
}

/** Replaces when a student is taken by the home school, if nobody changed anything since revision `seen`. */
export async function putHomeSchoolHours(
  reachers: Reachers,
  scope: WriteScope,
  personId: string,
  { hours }: HomeSchoolHoursInput,
  seen: number,
): Promise<AvailabilityView> {
  const person = await studentOfHomeSchool(reachers, scope, personId);
  await takeTurn(scope, personId, seen);
  await replaceWindows(scope.db, scope.newId, personId, 'busy', hours);
  return viewOf(reachers, scope, person);
}

/** What an import says of a person; what is left out stays. */
export type ImportedAvailability = Partial<AvailabilityInput & HomeSchoolHoursInput>;

/** Replaces parts of a person's availability without asking who does it. */
export async function importAvailability(
  scope: WriteScope,
  personId: string,
  { windows, exceptions, hours }: ImportedAvailability,
): Promise<void> {
  await takeTurn(scope, personId, await revisionOf(scope.db, personId));
  await storeOnline(scope, personId, { windows, exceptions });
  if (hours) await replaceWindows(scope.db, scope.newId, personId, 'busy', hours);
}

/** The same for many people with a few statements. */
export async function importAvailabilities(
  scope: WriteScope,
  all: ReadonlyMap<string, Pick<ImportedAvailability, 'windows' | 'hours'>>,
): Promise<void> {
  const { db, newId } = scope;
  await raiseRevisions(db, [...all.keys()]);
  const given = [...all].flatMap(([personId, { windows, hours }]) => [
    ...(windows ? [{ personId, kind: 'online' as const, windows }] : []),
    ...(hours ? [{ personId, kind: 'busy' as const, windows: hours }] : []),
  ]);
  await replaceManyWindows(db, newId, given);
  for (const personId of all.keys()) scope.emit(availabilityChanged, { personId });
}

interface Online {
  readonly windows?: AvailabilityInput['windows'] | undefined;
  readonly exceptions?: AvailabilityInput['exceptions'] | undefined;
}

async function storeOnline(
  { db, newId }: WriteScope,
  personId: string,
  { windows, exceptions }: Online,
): Promise<void> {
  if (windows) await replaceWindows(db, newId, personId, 'online', windows);
  if (exceptions) await replaceExceptions(db, newId, personId, exceptions);
}

/** Of two who saw the same revision one is refused. */
async function takeTurn(scope: WriteScope, personId: string, seen: number): Promise<void> {
  if (!(await raiseRevision(scope.db, personId, seen))) {
    throw new Problem(changedMeanwhile, { revision: await revisionOf(scope.db, personId) });
  }
  scope.emit(availabilityChanged, { personId });
}
