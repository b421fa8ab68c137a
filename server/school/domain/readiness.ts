import type { Course, GridPlace, GroupWithPeople, Term } from '../views.ts';

/** Something that a group lacks before a timetable can be made. `blocks`: none can be made at all. */
export interface Finding {
  /** The module whose locales hold the text `readiness.<code>`. */
  readonly source: string;
  readonly code: string;
  readonly blocks: boolean;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface GroupFacts {
  readonly people: GroupWithPeople;
  readonly courses: readonly Course[];
  readonly grid: readonly GridPlace[];
  /** Terms that have not ended. */
  readonly terms: readonly Term[];
}

type Params = Finding['params'];
const blocking = (code: string, params: Params = {}): Finding => ({ source: 'school', code, blocks: true, params });
const warning = (code: string, params: Params = {}): Finding => ({ source: 'school', code, blocks: false, params });

/** What is missing or doubtful, most pressing first. */
export function readiness(facts: GroupFacts): readonly Finding[] {
  const found = [
    ...missing(facts),
    ...ofCourses(facts),
    ...ofHours(facts),
    ...ofSubgroups(facts),
    ...ofStudents(facts),
  ];
  return found.toSorted((one, other) => Number(other.blocks) - Number(one.blocks));
}

function missing({ people, courses, grid, terms }: GroupFacts): Finding[] {
  return [
    ...(people.members.length === 0 ? [blocking('no-students')] : []),
    ...(courses.length === 0 ? [blocking('no-courses')] : []),
    ...(grid.length === 0 ? [blocking('no-grid')] : []),
    ...(terms.length === 0 ? [blocking('no-term')] : []),
    ...(people.tutors.length === 0 ? [warning('no-tutor')] : []),
    ...(people.group.meetingUrlTemplate === null ? [warning('no-meeting-link')] : []),
  ];
}

const nameOf = (course: Course): string =>
  course.subgroupName === null ? course.subjectName : `${course.subjectName} (${course.subgroupName})`;

function ofCourses({ courses, grid }: GroupFacts): Finding[] {
  const longest = Math.max(0, ...grid.map((place) => place.minutes));
  return courses.flatMap((course) => [
    ...(course.teacherId === null ? [warning('course-without-teacher', { course: nameOf(course) })] : []),
    ...(grid.length > 0 && course.lessonMinutes > longest
      ? [blocking('lesson-too-long', { course: nameOf(course), minutes: course.lessonMinutes, longest })]
      : []),
  ]);
}

/** Lessons of the whole group, and of the fullest subgroup, have to fit into the week's hours. */
function ofHours({ courses, grid, people }: GroupFacts): Finding[] {
  const lessonsOf = (subgroupId: string | null): number =>
    courses.filter((course) => course.subgroupId === subgroupId).reduce((sum, course) => sum + course.lessonsAWeek, 0);
  const needed = lessonsOf(null) + Math.max(0, ...people.subgroups.map((part) => lessonsOf(part.id)));
  return grid.length > 0 && needed > grid.length ? [blocking('too-few-hours', { needed, hours: grid.length })] : [];
}

function ofSubgroups({ courses, people }: GroupFacts): Finding[] {
  return people.subgroups
    .filter((part) => part.members.length === 0 && courses.some((course) => course.subgroupId === part.id))
    .map((part) => warning('empty-subgroup', { subgroup: part.name }));
}

function ofStudents({ people }: GroupFacts): Finding[] {
  const students = people.members.map((member) => member.student);
  const offline = students.filter((student) => student.internet === 'none');
  const devices = new Set(students.flatMap((student) => student.sharedDeviceId ?? []));
  const sharing = [...devices].map((device) => students.filter((student) => student.sharedDeviceId === device));
  return [
    ...offline.map((student) => warning('student-offline', { student: student.name })),
    ...sharing
      .filter((siblings) => siblings.length > 1)
      .map((siblings) => warning('device-shared-in-group', { students: siblings.map(({ name }) => name).join(', ') })),
  ];
}
