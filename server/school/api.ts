import type { Knex } from 'knex';
import type { Permission } from '../access/permission.ts';
import type { Role, RoleScope } from '../access/roles.ts';
import type { Lay } from '../db/lay.ts';
import { apiRef } from '../host/plugin.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';
import type { Moment, PersonCard, StudentCard } from '../people/api.ts';
import type { SchoolToRemove } from './commands/removeSchool.ts';
import type { SchoolBatch, SchoolRows } from './commands/schoolBatch.ts';
import type { CoursePart, PartCourse } from './commands/splitCourse.ts';
import type { Finding } from './domain/readiness.ts';
import type { YearChoicesInput, YearPlan } from './schemas/year.ts';
import type { Leaver } from './store/leavers.ts';
import type {
  Course,
  CourseStay,
  Days,
  GridPlace,
  Group,
  GroupMember,
  GroupWithPeople,
  Holiday,
  HomeSchool,
  Subgroup,
  Term,
  Tutor,
} from './views.ts';

// biome-ignore-start lint/performance/noBarrelFile: an api is the one place that re-exports
export { mustEditSchool } from './access/wholeSchool.ts';
export type { SchoolBatch, SchoolRows } from './commands/schoolBatch.ts';
export type { CoursePart, PartCourse } from './commands/splitCourse.ts';
export type { Finding } from './domain/readiness.ts';
export {
  courseChanged,
  gridChanged,
  groupChanged,
  holidayChanged,
  memberJoined,
  memberLeft,
  membersChanged,
  subgroupChanged,
  termChanged,
  tutorsChanged,
  yearUndone,
} from './events.ts';
export { editSchool } from './permissions.ts';
export {
  alreadyMember,
  courseNotSplit,
  nameTaken,
  referenceUnknown,
  wholeSchoolOnly,
  yearPlanChanged,
} from './problems.ts';
export { YearChoicesInput, YearCommit, YearCounts, type YearPlan } from './schemas/year.ts';
export type { Leaver } from './store/leavers.ts';
export type {
  Course,
  CourseStay,
  Days,
  GridPlace,
  Group,
  GroupMember,
  GroupWithPeople,
  Holiday,
  HomeSchool,
  Member,
  Stay,
  Subgroup,
  Term,
  Tutor,
} from './views.ts';
// biome-ignore-end lint/performance/noBarrelFile: as above

/** `unseen`: the actor does not even know the name; `refused`: seen, but this permission does not reach so far. */
export type Reach = 'yes' | 'unseen' | 'refused';

/**
 * The audited way from an actor's scopes to rows. The `...Within` functions answer subqueries of one column,
 * for `whereIn`; stays that begin later count already, stays that have ended do not.
 */
export interface SchoolAccess {
  studentIdsWithin(moment: Moment, scopes: readonly RoleScope[]): Knex.QueryBuilder;
  groupIdsWithin(moment: Moment, scopes: readonly RoleScope[]): Knex.QueryBuilder;
  subgroupIdsWithin(moment: Moment, scopes: readonly RoleScope[]): Knex.QueryBuilder;
  courseIdsWithin(moment: Moment, scopes: readonly RoleScope[]): Knex.QueryBuilder;
  /** Students as above, their guardians (not for courses), and staff of a home school. */
  personIdsWithin(moment: Moment, scopes: readonly RoleScope[]): Knex.QueryBuilder;
  /** Tutors and teachers of the groups that the scopes touch. */
  teamIdsWithin(moment: Moment, scopes: readonly RoleScope[]): Knex.QueryBuilder;
  /** Everybody whom the actor sees at least by name, whatever the permission. */
  seenPersonIds(scope: ReadScope): Knex.QueryBuilder;

  mayReachPerson(scope: ReadScope, permission: Permission, personId: string): Promise<Reach>;
  mayReachGroup(scope: ReadScope, permission: Permission, groupId: string): Promise<Reach>;
  mayReachCourse(scope: ReadScope, permission: Permission, courseId: string): Promise<Reach>;

  /** The entity, or a problem: 404 when it is unknown or unseen, 403 with the reason when the permission does not reach it. */
  personAs(scope: ReadScope, permission: Permission, personId: string): Promise<PersonCard>;
  studentAs(scope: ReadScope, permission: Permission, studentId: string): Promise<StudentCard>;
  /** As `studentAs`, and a guardian who may only read this child is refused. For everything that is done for a student. */
  studentToActFor(scope: ReadScope, permission: Permission, studentId: string): Promise<StudentCard>;
  groupAs(scope: ReadScope, permission: Permission, groupId: string): Promise<Group>;
  courseAs(scope: ReadScope, permission: Permission, courseId: string): Promise<Course>;
}

/** Facts of the school. These reads ask for no rights: reach the group, course or person first. */
export interface SchoolReads {
  homeSchools(db: Knex): Promise<readonly HomeSchool[]>;
  groupsByIds(db: Knex, ids: readonly string[]): Promise<readonly Group[]>;
  /** Subgroups without their members. */
  subgroupsByIds(db: Knex, ids: readonly string[]): Promise<readonly Omit<Subgroup, 'members'>[]>;
  /** Everybody whose stay touches these days; undefined when there is no such group. */
  groupWithPeople(db: Knex, groupId: string, days: Days): Promise<GroupWithPeople | undefined>;
  /** Groups of a student on the moment's day or later. */
  groupsOfStudent(moment: Moment, studentId: string): Promise<readonly Group[]>;
  /** Those of the people whom the actor sees at least by name. */
  seenAmong(scope: ReadScope, personIds: readonly string[]): Promise<readonly string[]>;
  /** Students of the groups on the moment's day, with the day from which they are there. */
  staysOfGroups(
    moment: Moment,
    groupIds: readonly string[],
  ): Promise<readonly (GroupMember & { readonly fromOn: string })[]>;
  /** Students of the groups on the moment's day. */
  membersOfGroups(moment: Moment, groupIds: readonly string[]): Promise<readonly GroupMember[]>;
  tutorsOf(moment: Moment, groupIds: readonly string[]): Promise<readonly Tutor[]>;
  coursesByIds(db: Knex, ids: readonly string[]): Promise<readonly Course[]>;
  /** Active courses of the groups. */
  coursesOfGroups(db: Knex, groupIds: readonly string[]): Promise<readonly Course[]>;
  coursesOfTeacher(db: Knex, teacherId: string): Promise<readonly Course[]>;
  /** Active courses in which the student learns on the moment's day or later. */
  coursesOfStudent(moment: Moment, studentId: string): Promise<readonly Course[]>;
  /** Ids of the courses in which any of the students learns on the moment's day or later, of closed ones too. */
  courseIdsOf(moment: Moment, studentIds: readonly string[]): Promise<readonly string[]>;
  /** Who learns in these courses during these days. */
  studentsOfCourses(
    db: Knex,
    courseIds: readonly string[],
    days: Days,
    personIds?: readonly string[],
  ): Promise<readonly CourseStay[]>;
  terms(db: Knex): Promise<readonly Term[]>;
  termById(db: Knex, id: string): Promise<Term | undefined>;
  /** Holidays of the group and of all groups that touch these days. */
  holidaysOf(db: Knex, groupId: string, days: Days): Promise<readonly Holiday[]>;
  gridsOf(db: Knex, groupIds: readonly string[]): Promise<readonly GridPlace[]>;
  /** Roles of staff that these people hold, by hand or by the facts of groups and courses; nobody who holds none. */
  staffRolesAmong(moment: Moment, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Role[]>>;
}

/** What another module finds missing in a group; the caller has reached the group. */
export type ReadinessCheck = (scope: ReadScope, groupId: string) => Promise<readonly Finding[]>;

export interface SchoolApi extends SchoolAccess, SchoolReads {
  /** Adds to what `GET /groups/:groupId/readiness` reports; called when a module starts. */
  addReadinessCheck(check: ReadinessCheck): void;
  /** Home schools of an import; before people, who name them. */
  saveHomeSchools(scope: WriteScope, homeSchools: SchoolBatch['homeSchools']): Promise<void>;
  /** What a change of the school year would do. Asks for no rights. */
  yearPlan(scope: ReadScope, choices: YearChoicesInput): Promise<YearPlan>;
  /** Begins a year by these choices, whatever they come to now. Asks for no rights. Returns the id of the change. */
  beginYear(scope: WriteScope, choices: YearChoicesInput, by: { readonly madeById: string | null }): Promise<string>;
  /** Who left when a year began within these days and is in no group on the day given last. */
  leaversOf(db: Knex, days: Days, today: string): Promise<readonly Leaver[]>;
  /** Lays out the rows of many changes, before the transaction that stores them. */
  laySchool(lay: Lay, at: Pick<WriteScope, 'now'>, batch: SchoolBatch): Promise<SchoolRows>;
  /** Stores many changes at once, for imports; with what was laid out of them, if anything was. Asks for no rights. */
  saveSchool(scope: WriteScope, batch: SchoolBatch, laid?: SchoolRows): Promise<void>;
  /** Goes on with a course in parts, each a subgroup with a course of its own. Asks for no rights: reach the course first. */
  splitCourse(scope: WriteScope, courseId: string, parts: readonly CoursePart[]): Promise<readonly PartCourse[]>;
  /** The courses into which a course was split; none when it was not. */
  partsOfCourse(db: Knex, courseId: string): Promise<readonly { readonly partCourseId: string }[]>;
  /** Goes on with a split course as one again. Asks for no rights: reach the course first, and see that no part had lessons. */
  undoSplit(scope: WriteScope, courseId: string): Promise<void>;
  /** Takes away what was made by mistake and nothing refers to. Answers the ids of what stays. */
  removeSchool(scope: WriteScope, wrong: SchoolToRemove): Promise<readonly string[]>;
  /** The same of home schools; after people, who name them. */
  removeHomeSchools(scope: WriteScope, ids: readonly string[]): Promise<readonly string[]>;
}

export const schoolApi = apiRef<SchoolApi>('school');
