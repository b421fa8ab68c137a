import type { TestApp } from '../harness/eachApp.ts';

interface Of {
  readonly studentId: string;
  readonly guardianId: string;
  readonly tutorId: string;
  readonly homeSchoolId: string;
}

/** A guardian's question about the child, which the tutor of the group answers. */
export async function makeHelp({ app }: TestApp, of: Of): Promise<string> {
  const id = app.newId();
  const asked = { kind: 'question', state: 'open', question: 'Where is the lesson?', askedAt: app.clock() };
  const people = { askedById: of.guardianId, aboutId: of.studentId, ownerId: of.tutorId };
  await app.database.write((trx) =>
    trx('help_request').insert({ id, ...asked, ...people, homeSchoolId: of.homeSchoolId, dueOn: '2026-09-30' }),
  );
  return id;
}
