import { createHash } from 'node:crypto';
import { isLockedOut } from '../../../server/access/loadActor.ts';
import { type FeedEvent, writeCalendar } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { feedName, lessonDescription } from '../domain/feed/feedTexts.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { feedUnknown } from '../problems.ts';
import { excusesOfLessons } from '../store/excuses.ts';
import { feedByHash, type StoredFeed } from '../store/feeds.ts';
import { meetingsOf } from '../store/meetings.ts';
import { joinAddresses } from './joinAddresses.ts';
import { lessonsOfStudents, lessonsOfTeacher } from './lessonsOfPeople.ts';
import { meetingAddress } from './meetingViews.ts';
import { namesOf } from './names.ts';

const dayMs = 86_400_000;
/** How far a calendar program looks back and ahead. */
const [daysBack, daysAhead] = [60, 400];

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The lessons of whom a secret address is about, as text/calendar in its owner's language. */
export async function readFeed(apis: Apis, scope: ReadScope, file: string): Promise<string> {
  const token = /^([\w-]{43})\.ics$/.exec(file)?.[1];
  const feed = token === undefined ? undefined : await feedByHash(scope.db, hashOf(token));
  if (!feed) throw new Problem(feedUnknown);
  const people = await apis.people.peopleByIds(scope.db, [feed.ownerId, feed.aboutId]);
  const owner = people.find(({ id }) => id === feed.ownerId);
  const about = people.find(({ id }) => id === feed.aboutId);
  if (!owner?.isActive || !about?.isActive || !(await mayStillSee(apis, scope, feed))) throw new Problem(feedUnknown);
  const lessons = await lessonsAbout(apis, scope, feed.aboutId);
  const names = await namesOf(apis, scope.db, {
    people: lessons.map(({ teacherId }) => teacherId),
    courses: lessons.map(({ courseId }) => courseId),
  });
  const substitutes = await substitutesOf(scope, lessons, feed.aboutId);
  const joinAddressOf = await joinAddresses(apis, scope.db, lessons);
  const meetings = await meetingEvents(apis, scope, [feed.aboutId, feed.ownerId]);
  return writeCalendar({
    name: feedName(owner.language, about.name),
    events: [
      ...meetings,
      ...lessons.map((lesson): FeedEvent => {
        const course = names.course(lesson.courseId);
        const { startsAt, endsAt, sequence, zone, state, changedAt } = lesson;
        const joinUrl = joinAddressOf(lesson);
        return {
          uid: `${lesson.id}@tutoria`,
          sequence,
          startsAt,
          endsAt,
          zone,
          title: [course?.subjectName, course?.subgroupName].flatMap((part) => part ?? []).join(' · '),
          description: lessonDescription(owner.language, {
            teacherName: names.person(lesson.teacherId),
            groupName: course?.groupName ?? '',
            substitute: substitutes.get(lesson.id),
          }),
          ...(joinUrl === null ? {} : { url: joinUrl }),
          isCancelled: state === 'cancelled',
          changedAt,
        };
      }),
    ],
  });
}

/** Meetings of whom the address is about, and of its owner; who else comes is not written into it. */
async function meetingEvents(
  apis: Apis,
  { db, now }: ReadScope,
  personIds: readonly string[],
): Promise<readonly FeedEvent[]> {
  const meetings = await meetingsOf(db, personIds, ...around(now));
  return meetings.map((meeting) => {
    const { id, sequence, startsAt, endsAt, zone, title, state, changedAt } = meeting;
    const url = meetingAddress(apis, meeting);
    return {
      uid: `${id}@tutoria`,
      sequence,
      startsAt,
      endsAt,
      zone,
      title,
      ...(url === null ? {} : { url }),
      isCancelled: state === 'cancelled',
      changedAt,
    };
  });
}

const around = (now: Date): [from: Date, to: Date] => [
  new Date(now.getTime() - daysBack * dayMs),
  new Date(now.getTime() + daysAhead * dayMs),
];

/** What a student gets instead of lessons to which the student need not come. */
async function substitutesOf(
  { db }: ReadScope,
  lessons: readonly Lesson[],
  studentId: string,
): Promise<ReadonlyMap<string, string>> {
  const usual = lessons.filter(({ isByHand }) => !isByHand).map(({ id }) => id);
  const own = (await excusesOfLessons(db, usual)).filter((excuse) => excuse.studentId === studentId);
  return new Map(own.map(({ lessonId, substituteText }) => [lessonId, substituteText]));
}

/** An address is worth nothing while its owner is locked out; a guardian's ends with the guardianship. */
async function mayStillSee(apis: Apis, scope: ReadScope, { ownerId, aboutId }: StoredFeed): Promise<boolean> {
  if (await isLockedOut(scope.db, ownerId)) return false;
  if (ownerId === aboutId) return true;
  return (await apis.people.childrenOf(scope, ownerId)).some(({ studentId }) => studentId === aboutId);
}

async function lessonsAbout(apis: Apis, scope: ReadScope, personId: string): Promise<readonly Lesson[]> {
  const [startsAt, endsAt] = around(scope.now);
  const range = { startsAt, endsAt };
  const learning = await lessonsOfStudents(apis, scope, [personId], range);
  const teaching = await lessonsOfTeacher(scope, personId, range);
  return [...(learning.get(personId)?.lessons ?? []), ...teaching.lessons];
}
