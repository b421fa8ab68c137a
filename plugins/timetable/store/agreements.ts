import type { Knex } from 'knex';
import { idList } from '../../../server/db/many.ts';
import { dayOf, readIds } from '../../../server/people/api.ts';
import type { ObjectionState } from '../domain/agreement/state.ts';

export interface AgreementRow {
  readonly id: string;
  readonly draftId: string;
  readonly homeSchoolId: string;
  readonly askedById: string | null;
  readonly askedAt: Date;
  readonly answerByOn: string;
  readonly isSilenceConsent: boolean;
  readonly answer: 'agreed' | null;
  readonly answeredFor: string | null;
  readonly answeredById: string | null;
  readonly answeredAt: Date | null;
}

export interface ObjectionRow {
  readonly id: string;
  readonly agreementId: string;
  readonly groupId: string;
  readonly courseId: string | null;
  /** Of a single lesson: which of the course's, and where it stood. */
  readonly nth: number | null;
  readonly weekday: number | null;
  readonly startsTime: string | null;
  readonly reason: string;
  readonly raisedById: string | null;
  readonly raisedAt: Date;
  readonly state: ObjectionState;
  readonly decision: string | null;
  readonly decidedById: string | null;
  readonly decidedAt: Date | null;
}

const columns = [
  'id',
  'draftId',
  'homeSchoolId',
  'askedById',
  'askedAt',
  'answerByOn',
  'isSilenceConsent',
  'answer',
  'answeredFor',
  'answeredById',
  'answeredAt',
].map((column) => `agreement.${column}`);

const objectionColumns = [
  'id',
  'agreementId',
  'groupId',
  'courseId',
  'nth',
  'weekday',
  'startsTime',
  'reason',
  'raisedById',
  'raisedAt',
  'state',
  'decision',
  'decidedById',
  'decidedAt',
];

/** Home schools with students in any group of a draft, on the day or later. */
export const homeSchoolsOfDraft = (db: Knex, draftId: string, now: Date): Promise<string[]> =>
  readIds(
    db('people_student as student')
      .join('school_group_member as member', 'member.personId', 'student.personId')
      .whereIn('member.groupId', db('timetable_draft_group').where({ draftId }).select('groupId'))
      .where((end) => end.whereNull('member.untilOn').orWhere('member.untilOn', '>=', dayOf(now)))
      .distinct({ id: 'student.homeSchoolId' }),
  );

/** Asks, or asks again by another day; what was answered stays. */
export const askAgreements = (trx: Knex.Transaction, rows: readonly AgreementRow[]): Promise<unknown> =>
  trx('timetable_agreement')
    .insert([...rows])
    .onConflict(['draftId', 'homeSchoolId'])
    .merge(['answerByOn', 'isSilenceConsent', 'askedById', 'askedAt']);

export const agreementsOfDraft = (db: Knex, draftId: string): Promise<AgreementRow[]> =>
  db('timetable_agreement as agreement').where({ draftId }).orderBy('agreement.id').select<AgreementRow[]>(columns);

/** Of drafts that hold or wait to be published, those that wait first; undefined home schools mean all of them. */
export function agreementsToAnswer(db: Knex, homeSchoolIds: readonly string[] | undefined): Promise<AgreementRow[]> {
  const query = db('timetable_agreement as agreement')
    .join('timetable_draft as draft', 'draft.id', 'agreement.draftId')
    .whereIn('draft.state', ['draft', 'published'])
    .orderBy([{ column: 'draft.state' }, { column: 'agreement.askedAt', order: 'desc' }, { column: 'agreement.id' }])
    .limit(100)
    .select<AgreementRow[]>(columns);
  return homeSchoolIds ? query.whereIn('agreement.homeSchoolId', homeSchoolIds) : query;
}

export const agreementById = (db: Knex, id: string): Promise<AgreementRow | undefined> =>
  db('timetable_agreement as agreement').where({ 'agreement.id': id }).first<AgreementRow | undefined>(columns);

export const lockAgreement = (trx: Knex.Transaction, id: string): Promise<unknown> =>
  trx('timetable_agreement').where({ id }).forUpdate().first('id');

/** Keeps every agreement of a draft as it is until the commit. */
export const lockAgreements = (trx: Knex.Transaction, draftId: string): Promise<unknown> =>
  trx('timetable_agreement').where({ draftId }).orderBy('id').forUpdate().select('id');

type Answer = Pick<AgreementRow, 'answer' | 'answeredFor' | 'answeredById' | 'answeredAt'>;

export const setAnswer = (trx: Knex.Transaction, id: string, answer: Answer): Promise<number> =>
  trx('timetable_agreement').where({ id }).update(answer);

export const objectionsOf = (db: Knex, agreementIds: readonly string[]): Promise<ObjectionRow[]> =>
  db('timetable_objection')
    .whereIn('agreementId', idList(db, agreementIds))
    .orderBy(['raisedAt', 'id'])
    .select<ObjectionRow[]>(objectionColumns);

export interface ObjectionToDecide extends ObjectionRow {
  readonly draftId: string;
  readonly draftName: string;
  readonly homeSchoolId: string;
}

/** Open objections about a group in drafts that wait, the oldest first; as many as are read at once. */
export const openObjectionsOfGroup = (db: Knex, groupId: string, most: number): Promise<ObjectionToDecide[]> =>
  db('timetable_objection as objection')
    .join('timetable_agreement as agreement', 'agreement.id', 'objection.agreementId')
    .join('timetable_draft as draft', 'draft.id', 'agreement.draftId')
    .where({ 'objection.groupId': groupId, 'objection.state': 'open', 'draft.state': 'draft' })
    .orderBy(['objection.raisedAt', 'objection.id'])
    .limit(most)
    .select<ObjectionToDecide[]>(
      ...objectionColumns.map((column) => `objection.${column}`),
      ...['agreement.draftId', 'agreement.homeSchoolId', 'draft.name as draftName'],
    );

export const objectionById = (db: Knex, id: string): Promise<ObjectionRow | undefined> =>
  db('timetable_objection').where({ id }).first<ObjectionRow | undefined>(objectionColumns);

export const insertObjection = (trx: Knex.Transaction, row: ObjectionRow): Promise<unknown> =>
  trx('timetable_objection').insert(row);

type Decided = Pick<ObjectionRow, 'state' | 'decision' | 'decidedById' | 'decidedAt'>;

/** Decides an objection that is still open. Returns how many were: one or none. */
export const decideOpen = (trx: Knex.Transaction, id: string, decided: Decided): Promise<number> =>
  trx('timetable_objection').where({ id, state: 'open' }).update(decided);

export interface LessonLine {
  readonly groupId: string;
  readonly groupName: string;
  readonly zone: string;
  readonly courseId: string;
  readonly subjectName: string;
  readonly subgroupName: string | null;
  readonly nth: number;
  readonly weekday: number;
  readonly startsTime: string;
  readonly minutes: number;
}

/** Lessons of a draft in the groups of a home school's students, by group and time. */
export const linesOfHomeSchool = (db: Knex, draftId: string, homeSchoolId: string, now: Date): Promise<LessonLine[]> =>
  db('timetable_draft_lesson as lesson')
    .join('school_grid_place as place', (on) =>
      on
        .on('place.groupId', 'lesson.groupId')
        .andOn('place.weekday', 'lesson.weekday')
        .andOn('place.hour', 'lesson.hourIndex'),
    )
    .join('school_group as taught', 'taught.id', 'lesson.groupId')
    .join('school_course as course', 'course.id', 'lesson.courseId')
    .join('school_subject as subject', 'subject.id', 'course.subjectId')
    .leftJoin('school_subgroup as part', 'part.id', 'course.subgroupId')
    .where('lesson.draftId', draftId)
    .whereIn(
      'lesson.groupId',
      db('school_group_member as member')
        .whereIn('member.personId', db('people_student').where({ homeSchoolId }).select('personId'))
        .where((end) => end.whereNull('member.untilOn').orWhere('member.untilOn', '>=', dayOf(now)))
        .select('member.groupId'),
    )
    .orderBy(['taught.name', 'lesson.groupId', 'lesson.weekday', 'place.startsTime', 'lesson.courseId', 'lesson.nth'])
    .select<LessonLine[]>({
      groupId: 'lesson.groupId',
      groupName: 'taught.name',
      zone: 'taught.zone',
      courseId: 'lesson.courseId',
      subjectName: 'subject.name',
      subgroupName: 'part.name',
      nth: 'lesson.nth',
      weekday: 'lesson.weekday',
      startsTime: 'place.startsTime',
      minutes: 'course.lessonMinutes',
    });
