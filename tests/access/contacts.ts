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
