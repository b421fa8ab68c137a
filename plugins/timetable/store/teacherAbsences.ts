import type { Knex } from 'knex';

export interface TeacherAbsence {
  readonly id: string;
  readonly teacherId: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly madeById: string;
  readonly madeAt: Date;
  readonly undoneAt: Date | null;
}

export interface AbsenceLesson {
  readonly absenceId: string;
  readonly lessonId: string;
  readonly what: 'substitute' | 'move' | 'cancel';
  /** The lesson's revision after it was changed. */
  readonly revision: number;
}

const columns = ['id', 'teacherId', 'fromOn', 'untilOn', 'madeById', 'madeAt', 'undoneAt'] as const;

export async function insertAbsence(
  db: Knex,
  absence: TeacherAbsence,
  lessons: readonly AbsenceLesson[],
): Promise<void> {
  await db('timetable_teacher_absence').insert(absence);
  await db('timetable_teacher_absence_lesson').insert([...lessons]);
}

export const lockAbsence = (db: Knex, id: string): Promise<TeacherAbsence | undefined> =>
  db('timetable_teacher_absence')
    .where({ id })
    .forUpdate()
    .first(...columns);

export const markUndone = (db: Knex, id: string, undoneAt: Date): Promise<number> =>
  db('timetable_teacher_absence').where({ id }).update({ undoneAt });

export const lessonsOfAbsences = (db: Knex, ids: readonly string[]): Promise<readonly AbsenceLesson[]> =>
  db('timetable_teacher_absence_lesson')
    .whereIn('absenceId', [...ids])
    .select('absenceId', 'lessonId', 'what', 'revision');

/** Absences of which a lesson is in one of these groups, the last first. */
export const absencesIn = (db: Knex, groupIds: Knex.QueryBuilder, limit: number): Promise<readonly TeacherAbsence[]> =>
  db('timetable_teacher_absence as absence')
    .whereExists(
      db('timetable_teacher_absence_lesson as changed')
        .join('timetable_lesson as lesson', 'lesson.id', 'changed.lessonId')
        .whereRaw('changed.absence_id = absence.id')
        .whereIn('lesson.groupId', groupIds)
        .select(db.raw('1')),
    )
    .orderBy('absence.madeAt', 'desc')
    .limit(limit)
    .select(...columns.map((column) => `absence.${column}`));
