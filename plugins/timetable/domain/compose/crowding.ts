import type { Composed } from './compose.ts';
import { concernOf } from './explain.ts';
import type { Finding } from './finding.ts';
import type { LessonFacts } from './lessonPlaces.ts';
import { type Crowd, crowds } from './matching.ts';
import { openStarts } from './openStarts.ts';
import { placeId } from './resourceIds.ts';

/** Lessons of one person, group or device that have fewer places than they are. */
export function crowded(composed: Composed): readonly Finding[] {
  const users = usersOf(composed);
  const found = composed.problem.resources
    .filter(({ atOnce }) => atOnce === 1)
    .flatMap(({ id }) =>
      ofResource(
        composed,
        id,
        users.filter(({ resources }) => resources.includes(id)),
      ),
    );
  const seen = new Set<string>();
  // The cohorts of one group often have the same bottleneck.
  return found.filter((one) => {
    const key = JSON.stringify('lessons' in one ? [one.code, one.lessons] : one);
    return !seen.has(key) && seen.add(key);
  });
}

/** A lesson that can be placed, and the atoms of each of its places. */
interface User {
  readonly lesson: LessonFacts;
  readonly resources: readonly string[];
  readonly slots: readonly (readonly number[])[];
}

function usersOf(composed: Composed): readonly User[] {
  const open = openStarts(composed);
  return composed.problem.activities.flatMap(({ id, resources, options }): readonly User[] => {
    const lesson = composed.lessons.get(id);
    if (!lesson) return [];
    const places = new Set(open(lesson).map(({ place }) => placeId(lesson.group.id, place.weekday, place.hour)));
    const slots = options.filter(({ place }) => places.has(place)).map(({ atoms }) => atoms);
    return slots.length === 0 ? [] : [{ lesson, resources, slots }];
  });
}

function ofResource(composed: Composed, id: string, users: readonly User[]): readonly Finding[] {
  const numbers = slotNumbers(users);
  if (!numbers) return [];
  const found = crowds(users.map(({ slots }) => [...new Set(slots.map((atoms) => numbers.get(atoms[0] ?? -1) ?? 0))]));
  return found.map((crowd) => finding(composed, id, crowd, users));
}

/**
 * The slot of each atom. Undefined when places overlap only in part: matching needs places that are the same or apart,
 * the others are left to the search.
 */
function slotNumbers(users: readonly User[]): ReadonlyMap<number, number> | undefined {
  const numbers = new Map<number, number>();
  const sizes: number[] = [];
  for (const atoms of users.flatMap(({ slots }) => slots)) {
    const known = atoms.filter((atom) => numbers.has(atom));
    const number = numbers.get(known[0] ?? -1);
    if (number === undefined) {
      for (const atom of atoms) numbers.set(atom, sizes.length);
      sizes.push(atoms.length);
    } else if (
      known.length !== atoms.length ||
      sizes[number] !== atoms.length ||
      !atoms.every((atom) => numbers.get(atom) === number)
    ) {
      return undefined;
    }
  }
  return numbers;
}

function finding(composed: Composed, resource: string, crowd: Crowd, users: readonly User[]): Finding {
  const lessonsOf = (jobs: readonly number[]) =>
    jobs.flatMap((job) => users[job] ?? []).map(({ lesson }) => ({ courseId: lesson.courseId, nth: lesson.nth }));
  const concern = concernOf(composed, `clash:${resource}`);
  const lessons = lessonsOf(crowd.jobs);
  if (crowd.jobs.every((job) => users[job]?.slots.length === 1) && isLocked(composed, lessons))
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
