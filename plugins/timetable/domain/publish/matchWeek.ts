import type { Lesson } from '../lessons/lesson.ts';
import type { LessonChange } from './change.ts';
import type { Target } from './expandPattern.ts';

/** Which lessons publishing may touch. */
export interface Rules {
  readonly now: Date;
  /** The first date from which the new pattern holds. */
  readonly effectiveOn: string;
  /** Lessons changed by hand that may follow the pattern again. */
  readonly released: ReadonlySet<string>;
}

const isOver = (place: { readonly on: string; readonly startsAt: Date }, { now, effectiveOn }: Rules): boolean =>
  place.on < effectiveOn || place.startsAt <= now;

/** A lesson that publishing leaves as it is: begun, before the effective date, or changed by hand. */
const stays = (lesson: Lesson, rules: Rules): boolean =>
  (lesson.state === 'planned' && isOver(lesson, rules)) || (lesson.isByHand && !rules.released.has(lesson.id));

/**
 * What happens to the lessons of one course in one week. A lesson goes with the target at its own time first, so that a
 * pattern whose lessons were only numbered otherwise changes nothing; then with the one of its own number; then with
 * any. What stays uses up a target, so that a week never gets more lessons of a course than the pattern has.
 */
export function matchWeek(
  lessons: readonly Lesson[],
  targets: readonly Target[],
  rules: Rules,
): readonly LessonChange[] {
  const open = new Set(targets);
  const waiting = new Set(lessons.filter((lesson) => lesson.state === 'planned' || stays(lesson, rules)));
  const pairs: (readonly [Lesson, Target])[] = [];
  const pair = (which: (lesson: Lesson) => boolean, fits: (lesson: Lesson, target: Target) => boolean): void => {
    for (const lesson of [...waiting].filter(which)) {
      const target = [...open].find((one) => fits(lesson, one));
      if (!target) continue;
      open.delete(target);
      waiting.delete(lesson);
      pairs.push([lesson, target]);
    }
  };
  const isStaying = (lesson: Lesson) => stays(lesson, rules);
  const isMovable = (lesson: Lesson) => !isStaying(lesson);
  const sameTime = (lesson: Lesson, { startsAt, endsAt }: Target) =>
    lesson.state === 'planned' &&
    lesson.startsAt.getTime() === startsAt.getTime() &&
    lesson.endsAt.getTime() === endsAt.getTime();
  const sameNumber = (lesson: Lesson, { pattern }: Target) => lesson.nth === pattern.nth;
  pair(() => true, sameTime);
  pair(isStaying, sameNumber);
  pair(isStaying, () => true);
  for (const target of open) if (isOver(target, rules)) open.delete(target);
  pair(isMovable, sameNumber);
  pair(isMovable, () => true);

  const kept = pairs.map(([lesson, target]) => (isStaying(lesson) ? keep(lesson) : follow(lesson, target)));
  const alone = [...waiting].map((lesson) => (isStaying(lesson) ? keep(lesson) : cancel(lesson)));
  const gone = lessons.filter((lesson) => lesson.state === 'cancelled' && isMovable(lesson));
  return [...kept, ...alone, ...add([...open], lessons, gone)];
}

const identity = ({ id, groupId, courseId, nth, weekOn, subgroupId, revision, commitmentId }: Lesson) => ({
  lessonId: id,
  groupId,
  courseId,
  nth,
  weekOn,
  subgroupId,
  revision,
  commitmentId,
});

const placeOf = ({ on, startsAt, endsAt, teacherId }: Lesson) => ({ on, startsAt, endsAt, teacherId });

const targetPlace = ({ on, startsAt, endsAt, pattern }: Target) => ({
  on,
  startsAt,
  endsAt,
  teacherId: pattern.teacherId,
});

function keep(lesson: Lesson): LessonChange {
  const place = lesson.state === 'planned' ? placeOf(lesson) : null;
  return { ...identity(lesson), kind: 'kept', from: place, to: place, isByHand: lesson.isByHand };
}

function follow(lesson: Lesson, target: Target): LessonChange {
  const [from, to] = [placeOf(lesson), targetPlace(target)];
  const isSame =
    from.startsAt.getTime() === to.startsAt.getTime() &&
    from.endsAt.getTime() === to.endsAt.getTime() &&
    from.teacherId === to.teacherId;
  const wasBack = lesson.state === 'cancelled' ? null : from;
  return { ...identity(lesson), kind: isSame ? 'kept' : 'moved', from: wasBack, to, isByHand: target.isByHand };
}

const cancel = (lesson: Lesson): LessonChange => ({
  ...identity(lesson),
  kind: 'cancelled',
  from: placeOf(lesson),
  to: null,
  isByHand: false,
});

/** Lessons for what is left of the pattern: first those that were cancelled before, then new ones with free numbers. */
function add(targets: readonly Target[], lessons: readonly Lesson[], gone: readonly Lesson[]): readonly LessonChange[] {
  const cancelled = new Map(gone.map((one) => [one.nth, one]));
  const taken = new Set(lessons.map(({ nth }) => nth));
  const chosen = targets.map((target) => {
    const back = cancelled.get(target.pattern.nth) ?? [...cancelled.values()][0];
    if (back) cancelled.delete(back.nth);
    return { target, back };
  });
  return chosen.map(({ target, back }): LessonChange => {
    const { pattern, weekOn, isByHand } = target;
    const to = targetPlace(target);
    if (back) return { ...identity(back), kind: 'added', from: null, to, isByHand };
    const nth = freeNumber(pattern.nth, taken);
    taken.add(nth);
    const { groupId, courseId, subgroupId } = pattern;
    const fresh = { lessonId: null, groupId, courseId, nth, weekOn, subgroupId, revision: 0, commitmentId: null };
    return { ...fresh, kind: 'added', from: null, to, isByHand };
  });
}

function freeNumber(wanted: number, taken: ReadonlySet<number>): number {
  if (!taken.has(wanted)) return wanted;
  let nth = 1;
  while (taken.has(nth)) nth += 1;
  return nth;
}
