import type { Resource } from '../model/resource.ts';
import type { Composed } from './compose.ts';
import { concernOf } from './explain.ts';
import type { Finding } from './finding.ts';
import type { LessonFacts, LessonPlace } from './lessonPlaces.ts';
import { type Crowd, crowds } from './matching.ts';
import { openStarts } from './openStarts.ts';
import { placeId } from './resourceIds.ts';

/** Lessons of one person, group or device that have fewer places than they are. */
export function crowded(composed: Composed): readonly Finding[] {
  const found = composed.problem.resources
    .filter(({ atOnce }) => atOnce === 1)
    .flatMap((one) => ofResource(composed, one));
  const seen = new Set<string>();
  // The cohorts of one group often have the same bottleneck.
  return found.filter((one) => {
    const key = JSON.stringify('lessons' in one ? [one.code, one.lessons] : one);
    return !seen.has(key) && seen.add(key);
  });
}

interface User {
  readonly lesson: LessonFacts;
  readonly places: readonly LessonPlace[];
  readonly slots: readonly string[];
}

function ofResource(composed: Composed, { id }: Resource): readonly Finding[] {
  const options = new Map(composed.problem.activities.map((one) => [one.id, one]));
  const open = openStarts(composed);
  const users = [...composed.lessons.values()].flatMap((lesson): readonly User[] => {
    const activity = options.get(lesson.id);
    const places = open(lesson);
    if (!activity?.resources.includes(id) || places.length === 0) return [];
    const atoms = new Map(activity.options.map((one) => [one.place, one.atoms.join()]));
    const slots = places.map(({ place }) => atoms.get(placeId(lesson.group.id, place.weekday, place.hour)) ?? '');
    return [{ lesson, places, slots }];
  });
  const slots = [...new Set(users.flatMap((one) => one.slots))];
  if (!areApart(slots)) return [];
  const numbers = new Map(slots.map((slot, index) => [slot, index]));
  const found = crowds(users.map((one) => [...new Set(one.slots.map((slot) => numbers.get(slot) ?? 0))]));
  return found.map((crowd) => finding(composed, id, crowd, users));
}

/** Matching needs places that are the same or apart; places of grids that overlap in part are left to the search. */
function areApart(slots: readonly string[]): boolean {
  const seen = new Set<string>();
  return slots.every((slot) =>
    slot.split(',').every((atom) => {
      const isNew = !seen.has(atom);
      seen.add(atom);
      return isNew;
    }),
  );
}

function finding(composed: Composed, resource: string, crowd: Crowd, users: readonly User[]): Finding {
  const lessonsOf = (jobs: readonly number[]) =>
    jobs.flatMap((job) => users[job] ?? []).map(({ lesson }) => ({ courseId: lesson.courseId, nth: lesson.nth }));
  const concern = concernOf(composed, `clash:${resource}`);
  const lessons = lessonsOf(crowd.jobs);
  if (crowd.jobs.every((job) => users[job]?.places.length === 1) && isLocked(composed, lessons))
    return { code: 'locks-clash', concern, lessons };
  return {
    code: 'too-many-lessons',
    concern,
    needed: crowd.jobs.length,
    free: crowd.slots.length,
    lessons,
    leftOver: lessonsOf(crowd.leftOver),
  };
}

const isLocked = (
  { facts }: Composed,
  lessons: readonly { readonly courseId: string; readonly nth: number }[],
): boolean =>
  lessons.every((lesson) =>
    facts.lessons.some((one) => one.courseId === lesson.courseId && one.nth === lesson.nth && one.isLocked),
  );
