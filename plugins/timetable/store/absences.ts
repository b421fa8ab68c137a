import type { Knex } from 'knex';
import type { Absence } from '../domain/compose/facts.ts';
import { compromisesOf, insertCompromises } from './compromises.ts';

/** The absences of a draft that are accepted and have not been withdrawn. */
export const absencesOf = (db: Knex, draftId: string): Promise<Absence[]> =>
  db('timetable_compromise')
    .where({ draftId, state: 'accepted' })
    .orderBy(['groupId', 'studentId', 'weekday', 'hourIndex', 'courseId', 'nth'])
    .select({
      studentId: 'studentId',
      groupId: 'groupId',
      courseId: 'courseId',
      nth: 'nth',
      weekday: 'weekday',
      hour: 'hourIndex',
    });

/** Takes accepted absences of some groups over into another draft; who accepted them, and when, stays as it was. */
export async function absencesCopied(
  { db, newId }: { readonly db: Knex; newId(): string },
  fromDraftId: string,
  draftId: string,
  groupIds: readonly string[],
): Promise<void> {
  const rows = (await compromisesOf(db, fromDraftId)).filter(
    ({ state, groupId }) => state === 'accepted' && groupIds.includes(groupId),
  );
  if (rows.length > 0)
    await insertCompromises(
      db,
      rows.map((row) => ({ ...row, id: newId(), draftId })),
    );
}
