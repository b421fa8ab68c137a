import type { TestApp } from '../harness/eachApp.ts';

interface Of {
  readonly groupId: string;
  readonly tutorId: string;
}

/** An open round that asks the families of a group. */
export async function makeRound({ app }: TestApp, { groupId, tutorId }: Of): Promise<{ readonly roundId: string }> {
  const roundId = app.newId();
  const round = { id: roundId, dueOn: '2026-10-01', note: null, openedById: tutorId, openedAt: app.clock() };
  await app.database.write(async (trx) => {
    await trx('contacts_round').insert(round);
    await trx('contacts_round_group').insert({ roundId, groupId, isOpen: true });
  });
  return { roundId };
}

/** What a court has limited of a guardianship, and a mark that its guardian must not find somebody. */
export async function makeRights(
  { app, school }: TestApp,
  of: { readonly guardianshipId: string; readonly guardianId: string },
): Promise<{ readonly limitId: string; readonly separationId: string }> {
  const made = { limitId: app.newId(), separationId: app.newId() };
  const another = await school.person();
  const [oneId, otherId] = [of.guardianId, another.id].toSorted();
  // Long past, so that it takes nothing away.
  const limit = { kind: 'reads-only', fromOn: '2020-09-01', untilOn: '2020-09-02', madeAt: app.clock() };
  await app.database.write(async (trx) => {
    await trx('people_guardianship_limit').insert({ ...limit, id: made.limitId, guardianshipId: of.guardianshipId });
    await trx('people_separation').insert({ id: made.separationId, oneId, otherId, madeAt: app.clock() });
  });
  return made;
}
