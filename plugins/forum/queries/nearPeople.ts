import type { ReadScope } from '../../../server/host/scope.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { GroupWithPeople } from '../../../server/school/api.ts';
import type { Apis } from '../apis.ts';
import { type BoardRow, guestsOf } from '../store/boards.ts';

/** Those whom a board is for: the people near it, without those who only oversee. */
export interface NearPeople {
  readonly students: readonly string[];
  readonly guardians: readonly string[];
  readonly tutors: readonly string[];
  readonly teachers: readonly string[];
  readonly guests: readonly string[];
}

const nobody: NearPeople = { students: [], guardians: [], tutors: [], teachers: [], guests: [] };

type Parts = Pick<Apis, 'school' | 'people'>;

/** Empty for boards of the whole school, which are for everybody. Asks for no rights. */
export async function nearPeople(scope: ReadScope, parts: Parts, board: BoardRow): Promise<NearPeople> {
  switch (board.kind) {
    case 'group':
    case 'guardians':
    case 'group-staff':
      return ofGroup(scope, parts, board);
    case 'subgroup':
      return ofSubgroup(scope, parts, board);
    case 'subject':
      return ofCourse(scope, parts, board);
    case 'progress':
      return ofStudent(scope, parts, board);
    case 'case':
      return { ...nobody, guests: (await guestsOf(scope.db, [board.id])).map(({ personId }) => personId) };
    default:
      return nobody;
  }
}

/** Everybody near a board, each once. */
export const idsOf = (near: NearPeople): readonly string[] => [...new Set(Object.values(near).flat())];

async function groupNow(scope: ReadScope, { school }: Parts, groupId: string | null) {
  const today = dayOf(scope.now);
  return groupId ? school.groupWithPeople(scope.db, groupId, { fromOn: today, untilOn: today }) : undefined;
}

const studentsIn = (group: GroupWithPeople | undefined): readonly string[] =>
  group?.members.map(({ personId }) => personId) ?? [];
const tutorsIn = (group: GroupWithPeople | undefined): readonly string[] =>
  group?.tutors.map(({ personId }) => personId) ?? [];

async function teachersOf(scope: ReadScope, { school }: Parts, groupId: string): Promise<readonly string[]> {
  const courses = await school.coursesOfGroups(scope.db, [groupId]);
  return [...new Set(courses.flatMap(({ teacherId }) => teacherId ?? []))];
}

async function ofGroup(scope: ReadScope, parts: Parts, { kind, groupId }: BoardRow): Promise<NearPeople> {
  const group = await groupNow(scope, parts, groupId);
  if (!group || !groupId) return nobody;
  const tutors = tutorsIn(group);
  if (kind === 'guardians') {
    const held = await parts.people.guardiansOf(scope, studentsIn(group));
    return { ...nobody, tutors, guardians: [...new Set(held.map(({ guardian }) => guardian.id))] };
  }
  const teachers = await teachersOf(scope, parts, groupId);
  return { ...nobody, tutors, teachers, students: kind === 'group' ? studentsIn(group) : [] };
}

async function ofSubgroup(scope: ReadScope, parts: Parts, { subgroupId }: BoardRow): Promise<NearPeople> {
  const [part] = subgroupId ? await parts.school.subgroupsByIds(scope.db, [subgroupId]) : [];
  const group = await groupNow(scope, parts, part?.groupId ?? null);
  if (!part || !group) return nobody;
  const members = group.subgroups.find(({ id }) => id === part.id)?.members ?? [];
  return {
    ...nobody,
    students: members.map(({ personId }) => personId),
    tutors: tutorsIn(group),
    teachers: await teachersOf(scope, parts, part.groupId),
  };
}

async function ofCourse(scope: ReadScope, parts: Parts, { courseId }: BoardRow): Promise<NearPeople> {
  const [course] = courseId ? await parts.school.coursesByIds(scope.db, [courseId]) : [];
  if (!course) return nobody;
  const today = dayOf(scope.now);
  const stays = await parts.school.studentsOfCourses(scope.db, [course.id], { fromOn: today, untilOn: today });
  const tutors = await parts.school.tutorsOf(scope, [course.groupId]);
  return {
    ...nobody,
    students: [...new Set(stays.map(({ personId }) => personId))],
    tutors: [...new Set(tutors.map(({ personId }) => personId))],
    teachers: course.teacherId ? [course.teacherId] : [],
  };
}

async function ofStudent(scope: ReadScope, parts: Parts, board: BoardRow): Promise<NearPeople> {
  const { studentId } = board;
  if (!studentId) return nobody;
  const held = await parts.people.guardiansOf(scope, [studentId]);
  const groups = await parts.school.groupsOfStudent(scope, studentId);
  const tutors = await parts.school.tutorsOf(
    scope,
    groups.map(({ id }) => id),
  );
  return {
    ...nobody,
    students: board.mayStudentRead ? [studentId] : [],
    guardians: [...new Set(held.map(({ guardian }) => guardian.id))],
    tutors: [...new Set(tutors.map(({ personId }) => personId))],
    guests: (await guestsOf(scope.db, [board.id])).map(({ personId }) => personId),
  };
}
