import type { Moment } from '../../people/api.ts';
import type { AskedFamily } from '../domain/round.ts';
import type { ContactsParts } from '../parts.ts';

/** The students of groups today with their guardians. */
export async function askedFamilies(
  moment: Moment,
  { people, school }: Pick<ContactsParts, 'people' | 'school'>,
  groupIds: readonly string[],
): Promise<readonly AskedFamily[]> {
  const members = await school.membersOfGroups(moment, groupIds);
  const held = await people.guardiansOf(moment, [...new Set(members.map(({ personId }) => personId))]);
  const byStudent = new Map<string, AskedFamily['guardians'][number][]>();
  for (const { studentId, mayAct, guardian } of held)
    byStudent.set(studentId, [...(byStudent.get(studentId) ?? []), { personId: guardian.id, mayAct }]);
  return members.map(({ groupId, personId }) => ({
    groupId,
    studentId: personId,
    guardians: byStudent.get(personId) ?? [],
  }));
}
