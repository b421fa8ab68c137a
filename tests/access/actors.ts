import type { Role } from '../../server/access/roles.ts';
import type { TestApp } from '../harness/eachApp.ts';
import type { TestAgent } from '../harness/testAgent.ts';
import type { Half } from './world.ts';

/** Somebody who belongs to one half of the world only. */
export interface ActorOfMatrix {
  /** Empty for those whom no route may serve. */
  readonly role?: Role;
  readonly name: string;
  /** Of the session that began before anything was tried; empty for a visitor. */
  readonly cookie: string;
}

const cookieOf = ({ jar }: TestAgent): string =>
  jar.getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false }).toValueString();

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
  for (const [role, id] of people) actors.push({ role, name: role, cookie: cookieOf(await signIn({ id })) });
  return actors;
}

/** Somebody who may do everything everywhere. */
export async function adminOf({ school, signIn }: TestApp): Promise<ActorOfMatrix> {
  return { role: 'admin', name: 'admin', cookie: cookieOf(await signIn(await school.staff('admin'))) };
}

/**
 * Whom nobody serves: a visitor, an admin whose account was disabled after signing in, and one whose role was taken
 * away a moment ago.
 */
export async function outsiders({ school, signIn, app, settle }: TestApp): Promise<ActorOfMatrix[]> {
  const [disabled, revoked] = [await school.staff('admin'), await school.staff('admin')];
  const cookies = [cookieOf(await signIn(disabled)), cookieOf(await signIn(revoked))] as const;
  await app.database.write((trx) => trx('auth_account').where({ personId: disabled.id }).update({ isDisabled: true }));
  const other = await signIn(await school.staff('admin'));
  const { body } = await other.get(`/api/people/${revoked.id}`).expect(200);
  await other.delete(`/api/people/${revoked.id}/roles/${body.roles[0].id}`).expect(200);
  await settle();
  return [
    { name: 'a visitor', cookie: '' },
    { name: 'a disabled account', cookie: cookies[0] },
    { name: 'somebody whose role was revoked', cookie: cookies[1] },
  ];
}
