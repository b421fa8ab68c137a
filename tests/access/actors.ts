import type { Role } from '../../server/access/roles.ts';
import type { TestApp } from '../harness/eachApp.ts';
import type { TestAgent } from '../harness/testAgent.ts';
import type { Half } from './world.ts';

/** Somebody who belongs to one half of the world only. */
export interface ActorOfMatrix {
  /** Empty for those whom no route may serve. */
  readonly role?: Role;
  readonly name: string;
  readonly browser: TestAgent;
}

/** One person of each role whose reach ends with this half. Only an admin reaches everything, always. */
export async function localActors({ school, signIn }: TestApp, half: Half): Promise<ActorOfMatrix[]> {
  const { homeSchoolId } = half;
  const named = { familyName: half.mark, homeSchoolId };
  const people: readonly (readonly [Role, string])[] = [
    ['coordinator', half.coordinatorId],
    ['head', (await school.staff('head', named)).id],
    ['lead-tutor', (await school.staff('lead-tutor', named)).id],
    ['psychologist', (await school.staff('psychologist', named)).id],
    ['tutor', half.tutorId],
    ['teacher', half.teacherId],
    ['student', half.studentId],
    ['guardian', half.guardianId],
  ];
  const actors: ActorOfMatrix[] = [];
  for (const [role, id] of people) actors.push({ role, name: role, browser: await signIn({ id }) });
  return actors;
}

/** Somebody who may do everything everywhere. */
export async function adminOf({ school, signIn }: TestApp): Promise<ActorOfMatrix> {
  return { role: 'admin', name: 'admin', browser: await signIn(await school.staff('admin')) };
}

/** A visitor, and an admin whose account was disabled after signing in. */
export async function outsiders({ school, signIn, visitor, app }: TestApp): Promise<ActorOfMatrix[]> {
  const admin = await school.staff('admin');
  const browser = await signIn(admin);
  await app.database.write((trx) => trx('auth_account').where({ personId: admin.id }).update({ isDisabled: true }));
  return [
    { name: 'a visitor', browser: visitor() },
    { name: 'a disabled account', browser },
  ];
}
