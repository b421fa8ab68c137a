import { offsetIn } from './clockOffset.ts';
import type { ComposeFacts, TakenLesson } from './facts.ts';
import { type PersonWeek, personWeek } from './personWeek.ts';
import { minutesOf, spansOf, type WeekSpan } from './weekSpan.ts';

/** Where a person is in the weeks of one clock: the own windows, and published lessons of other groups. */
export interface PersonTime {
  readonly week: PersonWeek;
  readonly taken: readonly { readonly courseId: string; readonly spans: readonly WeekSpan[] }[];
}

export type TimeOf = (personId: string, clock: number) => PersonTime | undefined;

/** Times of persons by clock, made when first asked for. */
export function personTimes({ clocks, people, taken }: Pick<ComposeFacts, 'clocks' | 'people' | 'taken'>): TimeOf {
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
  return (personId, index) => {
    const key = `${personId}/${index}`;
    if (!known.has(key)) known.set(key, make(personId, index));
    return known.get(key);
  };
}

/** When a published lesson takes place, on a clock with this offset of its zone. */
const takenSpans = (lesson: TakenLesson, offset: number): readonly WeekSpan[] =>
  spansOf(lesson.weekday, minutesOf(lesson.startsTime), lesson.minutes, offset);
