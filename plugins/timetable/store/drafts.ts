import type { Knex } from 'knex';
import type { DraftRules } from '../domain/compose/draftRules.ts';

export type DraftState = 'draft' | 'discarded' | 'published';

export interface DraftRow {
  readonly id: string;
  readonly termId: string;
  readonly name: string;
  readonly state: DraftState;
  readonly revision: number;
  readonly seed: number;
  readonly rulesJson: DraftRules;
  readonly basePublicationId: string | null;
  readonly solvingJobId: string | null;
  readonly createdById: string;
  readonly createdAt: Date;
}

/** A lesson of a draft with what a publication needs; the last four are null or false while it has no place in the group's grid. */
export interface DraftLessonRow {
  readonly courseId: string;
  readonly nth: number;
  readonly groupId: string;
  readonly subgroupId: string | null;
  readonly teacherId: string | null;
  readonly minutes: number;
  readonly weekday: number | null;
  readonly hourIndex: number | null;
  /** Wall time in the group's zone. */
  readonly startsTime: string | null;
  readonly isLocked: boolean;
}

export interface DraftWithLessons {
  readonly draft: DraftRow;
  readonly groupIds: readonly string[];
  readonly lessons: readonly DraftLessonRow[];
}

const columns = [
  'id',
  'termId',
  'name',
  'state',
  'revision',
  'seed',
  'rulesJson',
  'basePublicationId',
  'solvingJobId',
  'createdById',
  'createdAt',
] as const;

export async function insertDraft(db: Knex, draft: DraftRow, groupIds: readonly string[]): Promise<void> {
  await db('timetable_draft').insert({ ...draft, rulesJson: JSON.stringify(draft.rulesJson) });
  await db('timetable_draft_group').insert(groupIds.map((groupId) => ({ draftId: draft.id, groupId })));
}

/** Drafts of which every group is among the ids (a subquery). */
export const draftsWithin = (db: Knex, groupIds: Knex.QueryBuilder): Knex.QueryBuilder<object, DraftRow[]> =>
  db('timetable_draft as draft')
    .whereNotExists(
      db('timetable_draft_group as part')
        .whereRaw('part.draft_id = draft.id')
        .whereNotIn('part.groupId', groupIds)
        .select('part.groupId'),
    )
    .select<DraftRow[]>(columns.map((column) => `draft.${column}`))
    .orderBy([{ column: 'draft.createdAt', order: 'desc' }, 'draft.id']);

export const draftById = (db: Knex, id: string): Promise<DraftRow | undefined> =>
  db('timetable_draft')
    .where({ id })
    .first(...columns);

/** Keeps everybody else from changing the draft until the commit. */
export const lockDraft = (db: Knex, id: string): Promise<DraftRow | undefined> =>
  db('timetable_draft')
    .where({ id })
    .forUpdate()
    .first(...columns);

export const groupIdsOfDrafts = (
  db: Knex,
  draftIds: readonly string[],
): Promise<readonly { readonly draftId: string; readonly groupId: string }[]> =>
  db('timetable_draft_group').whereIn('draftId', draftIds).orderBy(['draftId', 'groupId']).select('draftId', 'groupId');

/** Changes a draft and counts its revision up. Returns the new revision. */
export async function changeDraftRow(
  db: Knex,
  draft: Pick<DraftRow, 'id' | 'revision'>,
  change: Partial<Pick<DraftRow, 'name' | 'state' | 'seed' | 'rulesJson' | 'solvingJobId'>> = {},
): Promise<number> {
  const revision = draft.revision + 1;
  const { rulesJson, ...rest } = change;
  await db('timetable_draft')
    .where({ id: draft.id })
    .update({ ...rest, ...(rulesJson ? { rulesJson: JSON.stringify(rulesJson) } : {}), revision });
  return revision;
}

/**
 * A draft with all lessons that its courses have today, by group, course and number. Lessons that nobody has placed yet are
 * among them; places that the group's grid no longer has count as none.
 */
export async function draftWithLessons(db: Knex, draftId: string): Promise<DraftWithLessons | undefined> {
  const draft = await draftById(db, draftId);
  if (!draft) return undefined;
  const groups = await groupIdsOfDrafts(db, [draftId]);
  const groupIds = groups.map(({ groupId }) => groupId);
  return { draft, groupIds, lessons: await lessonsOf(db, draftId, groupIds) };
}

interface CourseRow {
  readonly courseId: string;
  readonly groupId: string;
  readonly subgroupId: string | null;
  readonly teacherId: string | null;
  readonly lessonsAWeek: number;
  readonly minutes: number;
}

type PlacedRow = Pick<DraftLessonRow, 'courseId' | 'nth' | 'weekday' | 'hourIndex' | 'startsTime' | 'isLocked'>;

async function lessonsOf(db: Knex, draftId: string, groupIds: readonly string[]): Promise<DraftLessonRow[]> {
  const courses: CourseRow[] = await db('school_course')
    .whereIn('groupId', groupIds)
    .where({ isActive: true })
    .orderBy(['groupId', 'id'])
    .select({
      courseId: 'id',
      groupId: 'groupId',
      subgroupId: 'subgroupId',
      teacherId: 'teacherId',
      lessonsAWeek: 'lessonsAWeek',
      minutes: 'lessonMinutes',
    });
  const rows: PlacedRow[] = await db('timetable_draft_lesson as lesson')
    .join('school_grid_place as place', (on) =>
      on
        .on('place.groupId', 'lesson.groupId')
        .andOn('place.weekday', 'lesson.weekday')
        .andOn('place.hour', 'lesson.hourIndex'),
    )
    .where('lesson.draftId', draftId)
    .select('lesson.courseId', 'lesson.nth', 'lesson.weekday', 'lesson.hourIndex', 'lesson.isLocked')
    .select('place.startsTime');
  const placed = new Map(rows.map((row) => [`${row.courseId}#${row.nth}`, row]));
  return courses.flatMap(({ lessonsAWeek, ...course }) =>
    Array.from({ length: lessonsAWeek }, (_, before) => {
      const nth = before + 1;
      const unplaced = { nth, weekday: null, hourIndex: null, startsTime: null, isLocked: false };
      return { ...course, ...unplaced, ...placed.get(`${course.courseId}#${nth}`) };
    }),
  );
}

export async function draftsNamed(
  db: Knex,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<DraftRow, 'id' | 'name' | 'state'>>> {
  const rows: Pick<DraftRow, 'id' | 'name' | 'state'>[] = await db('timetable_draft')
    .whereIn('id', ids)
    .select('id', 'name', 'state');
  return new Map(rows.map((row) => [row.id, row]));
}
