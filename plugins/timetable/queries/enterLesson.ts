import { dateTime } from '../../../server/host/readableValues.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { lessonAs } from '../access/lessonAs.ts';
import { lessonRights } from '../access/lessonRights.ts';
import type { Apis } from '../apis.ts';
import { decideEntry } from '../domain/lessons/entry.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { lessonCancelled, lessonHasEnded, roomNotOpen } from '../problems.ts';
import { namesOf } from './names.ts';
import { placeOfLesson } from './roomChoices.ts';
import { studentOfLesson } from './studentOfLesson.ts';

/**
 * The address at which the actor enters the lesson's room: the teacher and whoever may change the lesson as moderators, all
 * others as guests. A parent enters under the child's name: the device is the family's.
 */
export async function enterLesson(apis: Apis, scope: ReadScope, id: string): Promise<{ url: string }> {
  const lesson = await lessonAs(apis.school, scope, id);
  const entry = decideEntry(lesson, scope.now);
  if (!entry.ok) {
    if (entry.why === 'too-early')
      throw new Problem(roomNotOpen, { opensAt: dateTime(entry.opensAt, scope.actor.language, scope.actor.zone) });
    throw new Problem(entry.why === 'over' ? lessonHasEnded : lessonCancelled, { id });
  }
  if (lesson.joinUrl) return { url: lesson.joinUrl };
  const { provider, link } = await placeOfLesson(scope, lesson);
  if (link !== null) return { url: link };
  const isModerator = await leads(apis, scope, lesson);
  const personId = isModerator
    ? scope.actor.personId
    : ((await studentOfLesson(apis, scope, lesson)) ?? scope.actor.personId);
  const names = await namesOf(apis, scope.db, { people: [personId], courses: [lesson.courseId] });
  const course = names.course(lesson.courseId);
  const title = [course?.subjectName, course?.groupName].filter(Boolean).join(' · ');
  const visit = { roomId: id, title, personId, name: names.person(personId), isModerator, until: entry.until };
  return {
    url: await apis.rooms.enter(
      visit,
      apis.rooms.providers.find((one) => one === provider),
    ),
  };
}

async function leads(apis: Apis, scope: ReadScope, lesson: Lesson): Promise<boolean> {
  if (lesson.teacherId === scope.actor.personId) return true;
  const rightsOf = await lessonRights(apis.school, scope, [lesson]);
  return rightsOf(lesson, null).mayChange;
}
