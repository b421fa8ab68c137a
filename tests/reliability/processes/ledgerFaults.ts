import type { Knex } from 'knex';

/** Two commitments that take the same person at the same instant, without anybody having allowed it. */
export async function doubleBookings(db: Knex): Promise<number> {
  const rows: { rows: number }[] = await db('calendar_claim as one')
    .join('calendar_claim as other', (on) =>
      on.on('other.subjectId', 'one.subjectId').andOn('other.commitmentId', '>', 'one.commitmentId'),
    )
    .whereRaw('one.starts_at < other.ends_at and other.starts_at < one.ends_at and not one.is_shared')
    .whereNotExists(
      db('calendar_override as pair')
        .whereRaw('pair.subject_id = one.subject_id and pair.ended_at is null')
        .whereRaw('pair.first_commitment_id = one.commitment_id and pair.second_commitment_id = other.commitment_id'),
    )
    .count({ rows: '*' });
  return Number(rows[0]?.rows);
}

interface LessonRow {
  readonly id: string;
  readonly state: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly revision: number;
  readonly commitmentId: string | null;
  readonly teacherId: string | null;
  readonly groupId: string;
}

interface CommitmentRow {
  readonly id: string;
  readonly sourceId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly holdUntilAt: Date | null;
}

interface Rows {
  readonly lessons: readonly LessonRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly claims: ReadonlyMap<string, readonly string[]>;
  /** Claims whose interval is not their commitment's. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** Holds that open requests speak of, by request. */
  readonly holds: ReadonlyMap<string, string | null>;
  readonly changes: ReadonlyMap<string, number>;
}

async function rowsOf(db: Knex): Promise<Rows> {
  const claims: { commitmentId: string; subjectId: string }[] = await db('calendar_claim').select(
    'commitmentId',
    'subjectId',
  );
  const members: { groupId: string; personId: string }[] = await db('school_group_member').select(
    'groupId',
    'personId',
  );
  const requests: { id: string; holdId: string | null }[] = await db('timetable_reschedule_part as part')
    .join('timetable_reschedule as request', 'request.id', 'part.rescheduleId')
    .whereIn('request.state', ['proposed', 'agreed'])
    .select({ id: 'request.id', holdId: 'part.holdId' });
  const changes: { lessonId: string; rows: number }[] = await db('timetable_lesson_change')
    .groupBy('lessonId')
    .select('lessonId')
    .count({ rows: '*' });
  return {
    lessons: await db('timetable_lesson').select(
      'id',
      'state',
      'startsAt',
      'endsAt',
      'revision',
      'commitmentId',
      'teacherId',
      'groupId',
    ),
    commitments: await db('calendar_commitment').select('id', 'sourceId', 'startsAt', 'endsAt', 'holdUntilAt'),
    claims: grouped(claims.map(({ commitmentId, subjectId }) => [commitmentId, subjectId])),
    members: grouped(members.map(({ groupId, personId }) => [groupId, personId])),
    holds: new Map(requests.map(({ id, holdId }) => [id, holdId])),
    changes: new Map(changes.map(({ lessonId, rows }) => [lessonId, Number(rows)])),
  };
}

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const [key, value] of pairs) map.set(key, [...(map.get(key) ?? []), value]);
  return map;
}

/**
 * What does not fit together in the tables of lessons and of the ledger: one line each. Every planned lesson takes the
 * time of its teacher and of its whole group, once; nothing else takes time but holds of open requests.
 */
export async function ledgerFaults(db: Knex): Promise<string[]> {
  const rows = await rowsOf(db);
  const commitments = new Map(rows.commitments.map((one) => [one.id, one]));
  const lessons = new Map(rows.lessons.map((one) => [one.id, one]));
  return [
    ...rows.lessons.flatMap((lesson) => lessonFaults(lesson, commitments.get(lesson.commitmentId ?? ''), rows)),
    ...rows.commitments.flatMap((one) => strayFaults(one, lessons.get(one.sourceId), rows)),
    ...[...rows.holds].flatMap(([id, holdId]) =>
      commitments.get(holdId ?? '')?.sourceId === id ? [] : [`request ${id} holds no time`],
    ),
  ];
}

function lessonFaults(
  lesson: LessonRow,
  taken: CommitmentRow | undefined,
  { claims, members, changes }: Rows,
): string[] {
  const faults: string[] = [];
  if (lesson.revision !== 1 + (changes.get(lesson.id) ?? 0)) faults.push(`lesson ${lesson.id} has another history`);
  if (lesson.state === 'cancelled') return lesson.commitmentId === null ? faults : [...faults, 'takes time in vain'];
  if (!taken) return [...faults, `lesson ${lesson.id} takes no time`];
  const isSame = Number(taken.startsAt) === Number(lesson.startsAt) && Number(taken.endsAt) === Number(lesson.endsAt);
  if (!isSame) faults.push(`lesson ${lesson.id} takes another time`);
  if (taken.sourceId !== lesson.id) faults.push(`lesson ${lesson.id} takes somebody else's time`);
  if (taken.holdUntilAt !== null) faults.push(`lesson ${lesson.id} only holds its time`);
  const wanted = [...(members.get(lesson.groupId) ?? []), ...(lesson.teacherId ? [lesson.teacherId] : [])];
  if (wanted.toSorted().join() !== (claims.get(taken.id) ?? []).toSorted().join())
    faults.push(`lesson ${lesson.id} takes the time of others than its people`);
  return faults;
}

function strayFaults({ id, sourceId }: CommitmentRow, lesson: LessonRow | undefined, { holds }: Rows): string[] {
  const isKnown = lesson?.commitmentId === id || holds.get(sourceId) === id;
  return isKnown ? [] : [`commitment ${id} belongs to nothing`];
}
