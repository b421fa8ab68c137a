import { type Actor, system } from '../access/actor.ts';
import { actorOfPerson } from '../access/loadActor.ts';
import type { App } from '../app.ts';
import { authApi } from '../auth/api.ts';
import { importApi } from '../import/api.ts';
import { demoLogins, demoPassword } from './accounts.ts';
import type { DemoClock } from './demoClock.ts';
import { demoBeganAt, demoFiles } from './files.ts';

/** Makes the demo school in an empty installation: import, accounts, then every plugin's part. */
export async function makeDemo(
  app: App,
  clock: DemoClock,
  seed: number,
  report: (text: string) => void,
): Promise<void> {
  report('Making 12 groups with their students, guardians and staff');
  const files = demoFiles(seed, app.clock());
  const beganAt = demoBeganAt(app.clock());
  await app.scopes.inWrite(system, (scope) => app.api(importApi).importFiles({ ...scope, now: beganAt }, files));
  await makeAccounts(app);
  const settle = async () => {
    await app.dispatcher.idle();
    await app.jobs.idle();
    await app.dispatcher.idle();
  };
  await settle();
  const coordinator = await actorOfCoordinator(app);
  for (const { parts } of app.loaded) {
    await parts.makeDemo?.({
      seed,
      beganAt,
      read: (work) => app.scopes.inRead(coordinator, work),
      write: (work) => app.scopes.inWrite(coordinator, work),
      at: (moment, work) =>
        clock.at(moment, async () => {
          const made = await work();
          await settle();
          return made;
        }),
      settle,
      report,
    });
  }
  await settle();
}

async function makeAccounts(app: App): Promise<void> {
  const auth = app.api(authApi);
  const passwordHash = await auth.hashPassword(demoPassword);
  await app.scopes.inWrite(system, async (scope) => {
    const rows: { id: string; externalId: string }[] = await scope
      .db('people_person')
      .whereIn('externalId', Object.values(demoLogins))
      .select('id', 'externalId');
    const idOf = new Map(rows.map(({ id, externalId }) => [externalId, id]));
    const accounts = Object.entries(demoLogins).map(([role, externalId]) => {
      const personId = idOf.get(externalId);
      if (!personId) throw new Error(`The demo school has no ${externalId}`);
      return { personId, login: `${role}@demo.example`, passwordHash };
    });
    await auth.createAccounts(scope, accounts);
  });
}

/** What plugins make for the demo, the coordinator made. */
async function actorOfCoordinator(app: App): Promise<Actor> {
  const db = app.database.reader;
  const personId = await app.api(authApi).personIdByLogin(db, 'coordinator@demo.example');
  if (!personId) throw new Error('The demo school has no coordinator');
  const actor = await actorOfPerson({ db, personId, sessionId: '', now: app.clock() }, app.grantSources);
  if (!actor) throw new Error('The coordinator of the demo school is not active');
  return actor;
}
