/** Something that a group lacks before a timetable can be made. `blocks`: none can be made at all. */
export interface Finding {
  /** The module whose locales hold the text `readiness.<code>`. */
  readonly source: string;
  readonly code: string;
  readonly blocks: boolean;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What is looked at. */
export interface GroupFacts {
  readonly students: readonly {
    readonly name: string;
    readonly internet: string;
    readonly sharedDeviceId: string | null;
  }[];
  readonly tutors: number;
  readonly hasMeetingLink: boolean;
  readonly subgroups: readonly { readonly id: string; readonly name: string; readonly students: number }[];
  readonly courses: readonly CourseFacts[];
  /** How long each hour of the week's grid is. */
  readonly hours: readonly number[];
  /** Terms that have not ended. */
  readonly terms: number;
}

interface CourseFacts {
  readonly subjectName: string;
  readonly subgroupId: string | null;
  readonly subgroupName: string | null;
  readonly teacherId: string | null;
  readonly lessonsAWeek: number;
  readonly lessonMinutes: number;
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

function missing({ students, courses, hours, terms, tutors, hasMeetingLink }: GroupFacts): Finding[] {
  return [
    ...(students.length === 0 ? [blocking('no-students')] : []),
    ...(courses.length === 0 ? [blocking('no-courses')] : []),
    ...(hours.length === 0 ? [blocking('no-grid')] : []),
    ...(terms === 0 ? [blocking('no-term')] : []),
    ...(tutors === 0 ? [warning('no-tutor')] : []),
    ...(hasMeetingLink ? [] : [warning('no-meeting-link')]),
  ];
}

const nameOf = (course: CourseFacts): string =>
  course.subgroupName === null ? course.subjectName : `${course.subjectName} (${course.subgroupName})`;

function ofCourses({ courses, hours }: GroupFacts): Finding[] {
  const longest = Math.max(0, ...hours);
  return courses.flatMap((course) => [
    ...(course.teacherId === null ? [warning('course-without-teacher', { course: nameOf(course) })] : []),
    ...(hours.length > 0 && course.lessonMinutes > longest
      ? [blocking('lesson-too-long', { course: nameOf(course), minutes: course.lessonMinutes, longest })]
      : []),
  ]);
}

/** Lessons of the whole group, and of the fullest subgroup, have to fit into the week's hours. */
function ofHours({ courses, hours, subgroups }: GroupFacts): Finding[] {
  const lessonsOf = (subgroupId: string | null): number =>
    courses.filter((course) => course.subgroupId === subgroupId).reduce((sum, course) => sum + course.lessonsAWeek, 0);
  const needed = lessonsOf(null) + Math.max(0, ...subgroups.map((part) => lessonsOf(part.id)));
  return hours.length > 0 && needed > hours.length ? [blocking('too-few-hours', { needed, hours: hours.length })] : [];
}

function ofSubgroups({ courses, subgroups }: GroupFacts): Finding[] {
  return subgroups
    .filter((part) => part.students === 0 && courses.some((course) => course.subgroupId === part.id))
    .map((part) => warning('empty-subgroup', { subgroup: part.name }));
}

function ofStudents({ students }: GroupFacts): Finding[] {
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
