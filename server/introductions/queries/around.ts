import type { Moment, StudentCard } from '../../people/api.ts';
import { type Around, aroundOf } from '../domain/around.ts';
import type { IntroductionParts } from '../parts.ts';

/** Everybody of the learning process of a student today. */
export async function aroundStudent(
  moment: Moment,
  { people, school }: Pick<IntroductionParts, 'people' | 'school'>,
  { id, homeSchoolId }: Pick<StudentCard, 'id' | 'homeSchoolId'>,
): Promise<readonly Around[]> {
  const { db } = moment;
  const groups = await school.groupsOfStudent(moment, id);
  const tutors = await school.tutorsOf(
    moment,
    groups.map((group) => group.id),
  );
  const staff = async (role: 'psychologist' | 'coordinator') => [
    ...(await people.staffOf(db, role, homeSchoolId)),
    ...(await people.staffOf(db, role, null)),
  ];
  return aroundOf({
    tutorIds: tutors.map(({ personId }) => personId),
    courses: await school.coursesOfStudent(moment, id),
    psychologistIds: await staff('psychologist'),
    coordinatorIds: await staff('coordinator'),
  });
}
