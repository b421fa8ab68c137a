import type { Blocker } from './blocker.ts';
import { offsetIn } from './clockOffset.ts';
import type { ComposeFacts, GridPlace, GroupFacts, PersonFacts, TakenLesson } from './facts.ts';
import { type PersonWeek, personWeek } from './personWeek.ts';
import { minutesOf, overlapping, spansOf, type WeekSpan } from './weekSpan.ts';

/** Who is to be in a lesson. */
export interface Participants {
  readonly teacherId: string | null;
  readonly studentIds: readonly string[];
}

/** Who of the participants cannot be there for so many minutes from the start of a place of the group's grid. */
export type WhoCannot = (
  group: Pick<GroupFacts, 'zone'>,
  place: GridPlace,
  minutes: number,
  participants: Participants,
) => readonly Blocker[];

type Reason = Omit<Blocker, 'personId' | 'role' | 'clocks' | 'always'>;

interface PersonTime {
  readonly week: PersonWeek;
  readonly taken: readonly { readonly courseId: string; readonly spans: readonly WeekSpan[] }[];
}

/** Answers from windows of every week and from published lessons of other groups, in every clock of the term. */
export function whoCannotFrom(facts: Pick<ComposeFacts, 'clocks' | 'people' | 'taken'>): WhoCannot {
  const timeOf = personTimes(facts);

  const reasonsOf = (person: PersonFacts, clock: number, spans: readonly WeekSpan[], others: ReadonlySet<string>) => {
    const reasons: Reason[] = [];
    const time = timeOf(person.id, clock);
    const own = time?.week(spans);
    if (own) reasons.push({ reason: own });
    const lesson = time?.taken.find((one) => overlapping(one.spans, spans));
    if (lesson) reasons.push({ reason: 'other-lesson', takenCourseId: lesson.courseId });
    for (const siblingId of person.sharesDeviceWith) {
      if (others.has(siblingId)) continue;
      const used = timeOf(siblingId, clock)?.taken.find((one) => overlapping(one.spans, spans));
      if (used) reasons.push({ reason: 'shared-device', siblingId, takenCourseId: used.courseId });
    }
    return reasons;
  };

  return (group, place, minutes, { teacherId, studentIds }) => {
    const together = new Set(studentIds);
    const known = facts.clocks.flatMap((clock, index) => (clock.weekdays.has(place.weekday) ? [{ clock, index }] : []));
    const start = minutesOf(place.startsTime);
    const spansBy = known.map(({ clock, index }) => ({
      index,
      spans: spansOf(place.weekday, start, minutes, offsetIn(clock, group.zone)),
    }));
    const of = (personId: string, role: Blocker['role']): readonly Blocker[] => {
      const person = facts.people.get(personId);
      if (!person) return [];
      const found = spansBy.flatMap(({ index, spans }) =>
        reasonsOf(person, index, spans, together).map((reason) => ({ reason, index })),
      );
      return byReason(found).map(({ reason, clocks }) => ({
        personId,
        role,
        ...reason,
        clocks,
        always: clocks.length === known.length,
      }));
    };
    return [...(teacherId ? of(teacherId, 'teacher') : []), ...studentIds.flatMap((id) => of(id, 'student'))];
  };
}

/** The same reason under several clocks is one. */
function byReason(found: readonly { readonly reason: Reason; readonly index: number }[]) {
  const same = new Map<string, { readonly reason: Reason; readonly clocks: number[] }>();
  for (const { reason, index } of found) {
    const key = JSON.stringify(reason);
    const known = same.get(key);
    if (known) known.clocks.push(index);
    else same.set(key, { reason, clocks: [index] });
  }
  return [...same.values()];
}

/** Times of persons by clock, made when first asked for. */
function personTimes({ clocks, people, taken }: Pick<ComposeFacts, 'clocks' | 'people' | 'taken'>) {
  const takenBy = new Map<string, TakenLesson[]>();
  for (const lesson of taken)
    for (const personId of lesson.personIds) {
      const list = takenBy.get(personId);
      if (list) list.push(lesson);
      else takenBy.set(personId, [lesson]);
    }
  const known = new Map<string, PersonTime | undefined>();
  const make = (personId: string, index: number): PersonTime | undefined => {
    const clock = clocks[index];
    const person = people.get(personId);
    if (!clock) return undefined;
    const lessons = (takenBy.get(personId) ?? []).map((lesson) => ({
      courseId: lesson.courseId,
      spans: takenSpans(lesson, offsetIn(clock, lesson.zone)),
    }));
    return { week: person ? personWeek(person, clock) : () => undefined, taken: lessons };
  };
  return (personId: string, index: number): PersonTime | undefined => {
    const key = `${personId}/${index}`;
    if (!known.has(key)) known.set(key, make(personId, index));
    return known.get(key);
  };
}

/** When a published lesson takes place, on a clock with this offset of its zone. */
export const takenSpans = (lesson: TakenLesson, offset: number): readonly WeekSpan[] =>
  spansOf(lesson.weekday, minutesOf(lesson.startsTime), lesson.minutes, offset);
