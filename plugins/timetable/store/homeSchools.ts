import type { Knex } from 'knex';

interface Stay {
  readonly personId: string;
  readonly groupId: string;
}

/** Students of a home school, and the groups in which they are during these days. */
export const studentsOfHomeSchool = (
  db: Knex,
  homeSchoolId: string,
  days: { readonly fromOn: string; readonly untilOn: string },
): Promise<Stay[]> =>
  db('people_student as student')
    .join('school_group_member as member', 'member.personId', 'student.personId')
    .where({ 'student.homeSchoolId': homeSchoolId })
    .where('member.fromOn', '<=', days.untilOn)
    .where((end) => end.whereNull('member.untilOn').orWhere('member.untilOn', '>=', days.fromOn))
    .distinct({ personId: 'member.personId', groupId: 'member.groupId' });
