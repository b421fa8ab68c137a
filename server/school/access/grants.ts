import type { Knex } from 'knex';
import type { Grant } from '../../access/roles.ts';
import { readIds } from '../../people/api.ts';
import { notEnded } from '../store/stays.ts';

/** Grants that follow from school's facts: tutor of a group, teacher of a course. None for the inactive. */
export async function grantsOf(db: Knex, personId: string, now: Date): Promise<readonly Grant[]> {
  const active = db('people_person').where({ id: personId, isActive: true }).select('id');
  const groupIds = await readIds(
    db('school_group_tutor as tutor')
      .join('school_group as tutored', 'tutored.id', 'tutor.groupId')
      .whereIn('tutor.personId', active.clone())
      .where('tutored.isActive', true)
      .where(notEnded({ now }, 'tutor'))
      .distinct({ id: 'tutor.groupId' }),
  );
  const courseIds: string[] = await db('school_course as course')
    .whereIn('course.teacherId', active.clone())
    .where('course.isActive', true)
    .pluck('course.id');
  const self = { kind: 'self', id: personId } as const;
  return [
    ...groupIds.map((id): Grant => ({ role: 'tutor', scope: { kind: 'group', id } })),
    ...(groupIds.length > 0 ? [{ role: 'tutor', scope: self } as const] : []),
    ...courseIds.map((id): Grant => ({ role: 'teacher', scope: { kind: 'course', id } })),
    ...(courseIds.length > 0 ? [{ role: 'teacher', scope: self } as const] : []),
  ];
}
