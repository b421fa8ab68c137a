import type { Blocker } from './blocker.ts';
import { offsetIn } from './clockOffset.ts';
import type { Clock, ComposeFacts, GridPlace, GroupFacts, PersonFacts } from './facts.ts';
import { personTimes, type TimeOf } from './personTimes.ts';
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

/** Answers from windows of every week and from published lessons of other groups, in every clock of the term. */
export function whoCannotFrom(facts: Pick<ComposeFacts, 'clocks' | 'people' | 'taken'>): WhoCannot {
  const timeOf = personTimes(facts);

  // Courses of a group ask about the same people at the same hours.
  const knownAt = new Map<string, Map<string, readonly Blocker[]>>();
  return ({ zone }, place, minutes, { teacherId, studentIds }) => {
    const when = `${zone}/${place.weekday}/${place.startsTime}/${minutes}`;
    const known = knownAt.get(when) ?? new Map<string, readonly Blocker[]>();
    knownAt.set(when, known);
    const together = new Set(studentIds);
    let spansBy: readonly Timed[] | undefined;
    const of = (personId: string, role: Blocker['role']): readonly Blocker[] => {
      const person = facts.people.get(personId);
      if (!person) return [];
      const isSimple = role === 'student' && person.sharesDeviceWith.length === 0;
      const apart = () => person.sharesDeviceWith.filter((id) => !together.has(id)).join();
      const key = isSimple ? personId : `${role}/${personId}/${apart()}`;
      const before = known.get(key);
      if (before) return before;
      spansBy ??= spansUnder(facts.clocks, zone, place, minutes);
      const blockers = blockersOf(timeOf, { person, role, spansBy, together });
      known.set(key, blockers);
      return blockers;
    };
    return [...(teacherId ? of(teacherId, 'teacher') : []), ...studentIds.flatMap((id) => of(id, 'student'))];
  };
}

interface Asked {
  readonly person: PersonFacts;
  readonly role: Blocker['role'];
  readonly spansBy: readonly Timed[];
  /** Students of the same lesson. */
  readonly together: ReadonlySet<string>;
}

const blockersOf = (timeOf: TimeOf, { person, role, spansBy, together }: Asked): readonly Blocker[] =>
  byReason(
    spansBy.flatMap(({ index, spans }) =>
      reasonsOf(timeOf, person, { index, spans }, together).map((reason) => ({ reason, index })),
    ),
  ).map(
    ({ reason, clocks }): Blocker => ({
      personId: person.id,
      role,
      ...reason,
      clocks,
      always: clocks.length === spansBy.length,
    }),
  );

function reasonsOf(
  timeOf: TimeOf,
  person: PersonFacts,
  { index, spans }: Timed,
  together: ReadonlySet<string>,
): readonly Reason[] {
  const time = timeOf(person.id, index);
  const own = time?.week(spans);
  const lesson = time?.taken.find((one) => overlapping(one.spans, spans));
  const siblings = person.sharesDeviceWith.filter((id) => !together.has(id));
  return [
    ...(own ? [{ reason: own }] : []),
    ...(lesson ? [{ reason: 'other-lesson', takenCourseId: lesson.courseId } as const] : []),
    ...siblings.flatMap((siblingId): readonly Reason[] => {
      const used = timeOf(siblingId, index)?.taken.find((one) => overlapping(one.spans, spans));
      return used ? [{ reason: 'shared-device', siblingId, takenCourseId: used.courseId }] : [];
    }),
  ];
}

/** A stretch of time under one clock. */
interface Timed {
  readonly index: number;
  readonly spans: readonly WeekSpan[];
}

function spansUnder(clocks: readonly Clock[], zone: string, place: GridPlace, minutes: number): readonly Timed[] {
  const start = minutesOf(place.startsTime);
  return clocks.flatMap((clock, index) => {
    if (!clock.weekdays.has(place.weekday)) return [];
    return [{ index, spans: spansOf(place.weekday, start, minutes, offsetIn(clock, zone)) }];
  });
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
