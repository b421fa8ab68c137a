import type { Random } from '../../../../server/optimise/random.ts';
import { offsetIn } from '../../domain/compose/clockOffset.ts';
import type { Clock, GroupFacts, PersonFacts } from '../../domain/compose/facts.ts';
import type { GridHour } from '../../domain/compose/lesson.ts';
import { startOf } from './startOf.ts';
import { type Span, windowsAround } from './windowsAround.ts';

const WEEK = 7 * 24 * 60;
/** Free hours of a teacher's week that nobody minds. */
const GAPS = 2;
const MOST_LESSONS = 22;

interface Teacher {
  readonly id: string;
  readonly zone: string;
  readonly spans: Span[];
  readonly taken: Set<string>;
}

/** Teachers of a planted school: each is free for what they teach, in every clock of the term, and has few free hours between. */
export class Staff {
  readonly #clocks: readonly Clock[];
  readonly #random: Random;
  readonly #teachers: Teacher[] = [];
  readonly #uses = new Map<string, number>();

  constructor(clocks: readonly Clock[], random: Random) {
    this.#clocks = clocks;
    this.#random = random;
  }

  /** Somebody who can teach then, preferably somebody who teaches already. */
  teacherFor(group: GroupFacts, at: readonly GridHour[]): string {
    const spans = at.map(
      (hour): Span => ({ zone: group.zone, weekday: hour.weekday, start: startOf(group, hour), minutes: 45 }),
    );
    const keys = spans.flatMap((span) => this.#keysOf(span));
    for (const key of keys) this.#uses.set(key, (this.#uses.get(key) ?? 0) + 1);
    const offset = this.#random.below(Math.max(1, this.#teachers.length));
    const order = [...this.#teachers.slice(offset), ...this.#teachers.slice(0, offset)];
    const known = order.find(
      (one) =>
        one.spans.length + spans.length <= MOST_LESSONS &&
        keys.every((key) => !one.taken.has(key)) &&
        this.#gaps(one.zone, [...one.spans, ...spans]) <= GAPS,
    );
    const teacher = known ?? this.#hire(group.zone);
    teacher.spans.push(...spans);
    for (const key of keys) teacher.taken.add(key);
    return teacher.id;
  }

  /** Lessons at once, at the most. */
  mostAtOnce(): number {
    return Math.max(0, ...this.#uses.values());
  }

  people(): PersonFacts[] {
    return this.#teachers.map(({ id, zone, spans }) => {
      return { id, zone, weekly: windowsAround(spans, zone, this.#clocks, this.#random), sharesDeviceWith: [] };
    });
  }

  #hire(zone: string): Teacher {
    const teacher = { id: `t${this.#teachers.length}`, zone, spans: [], taken: new Set<string>() };
    this.#teachers.push(teacher);
    return teacher;
  }

  /** Lessons begin at full hours in every zone, so those that overlap begin at the same moment. */
  #keysOf({ zone, weekday, start }: Span): string[] {
    return this.#clocks.map((clock, index) => {
      const minute = (weekday - 1) * 24 * 60 + start - offsetIn(clock, zone);
      return `${index}/${(minute + WEEK) % WEEK}`;
    });
  }

  /** Free clock hours between lessons of a day, on the clock on which the term begins. */
  #gaps(home: string, spans: readonly Span[]): number {
    const [clock] = this.#clocks;
    if (!clock) return 0;
    const days = new Map<number, number[]>();
    for (const { zone, weekday, start } of spans) {
      const minute = ((weekday - 1) * 24 * 60 + start - offsetIn(clock, zone) + offsetIn(clock, home) + WEEK) % WEEK;
      const day = Math.floor(minute / (24 * 60));
      days.set(day, [...(days.get(day) ?? []), Math.floor((minute % (24 * 60)) / 60)]);
    }
    return [...days.values()].reduce((sum, list) => sum + Math.max(...list) - Math.min(...list) + 1 - list.length, 0);
  }
}
