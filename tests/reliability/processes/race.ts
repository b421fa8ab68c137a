import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Answer, Client } from './client.ts';

/** Who takes part, and where. */
export interface Racers {
  /** Addresses of the processes; each client keeps to one and asks the others now and then. */
  readonly urls: readonly [string, string];
  readonly tutor: Client;
  /** By person. */
  readonly students: ReadonlyMap<string, Client>;
  readonly teachers: ReadonlyMap<string, Client>;
  /** First day of the days on which everybody wants to be. */
  readonly startsOn: string;
  readonly lessons: readonly RacedLesson[];
}

export interface RacedLesson {
  readonly id: string;
  readonly studentIds: readonly string[];
}

/** What was answered to the clients. */
export interface Outcome {
  /** Answers by act and status, such as `move 409`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Changes of lessons that were acknowledged, by lesson. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** Requests for another time that were acknowledged. */
  readonly asked: readonly string[];
  /** Answers that nobody may get: failures, and two winners where there can be one. */
  readonly wrong: readonly string[];
}

const Seen = z.object({ revision: z.int(), state: z.string(), teacher: z.object({ id: z.string() }).nullable() });
const Asked = z.object({ id: z.string() });

/** Numbers from a seed, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return (state >>> 4) % below;
  };
}

/** Many clients at once change lessons of the same people, at shifted times that overlap in part. */
export async function race(racers: Racers, clients: number, acts: number): Promise<Outcome> {
  const counts: Record<string, number> = {};
  const acknowledged = new Map<string, number>();
  const asked: string[] = [];
  const wrong: string[] = [];
  const note = (act: string, { status, text }: Answer): boolean => {
    counts[`${act} ${status}`] = (counts[`${act} ${status}`] ?? 0) + 1;
    if (status >= 500 || status === 401 || status === 429) wrong.push(`${act}: ${status} ${text}`);
    return status < 300;
  };
  const changed = (lessonId: string): void => void acknowledged.set(lessonId, (acknowledged.get(lessonId) ?? 0) + 1);
  const notes = {
    note,
    changed,
    asked: (id: string) => void asked.push(id),
    wrong: (text: string) => void wrong.push(text),
  };
  await Promise.all(Array.from({ length: clients }, (_, i) => client(racers, notes, i, acts)));
  return { counts, acknowledged, asked, wrong };
}

interface Notes {
  note(act: string, answer: Answer): boolean;
  changed(lessonId: string): void;
  asked(id: string): void;
  wrong(text: string): void;
}

async function client(racers: Racers, notes: Notes, nth: number, acts: number): Promise<void> {
  const next = numbers(nth + 1);
  const { urls, lessons, startsOn, tutor } = racers;
  const url = urls[nth % 2 === 0 ? 0 : 1];
  for (let act = 0; act < acts; act++) {
    const lesson = lessons[next(lessons.length)];
    if (!lesson) throw new Error('A race needs lessons');
    const seen = (await tutor.ask(url, 'GET', `/timetable/lessons/${lesson.id}`)).as(Seen);
    // Ten-minute steps within few hours of few days: lessons of forty minutes overlap in part again and again.
    const minutes = 480 + 10 * next(18);
    const slot = {
      on: DateTime.fromISO(startsOn)
        .plus({ days: next(4) })
        .toFormat('yyyy-MM-dd'),
      time: `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    };
    const kind = next(10);
    const change = async (what: string, body?: unknown): Promise<void> => {
      const path = `/timetable/lessons/${lesson.id}/${what}`;
      const answer = await tutor.ask(url, 'POST', path, { revision: seen.revision, ...(body ? { body } : {}) });
      if (notes.note(what, answer)) notes.changed(lesson.id);
    };
    if (seen.state === 'cancelled') await change('take-back');
    else if (kind < 6) await change('move', slot);
    else if (kind < 7) await change('cancel', { reason: 'A race' });
    else if (kind < 8) await change('take-back');
    else await reschedule(racers, notes, { url, lesson, slot, teacherId: seen.teacher?.id ?? '', nth: next(100) });
  }
}

interface Wish {
  readonly url: string;
  readonly lesson: RacedLesson;
  readonly slot: { readonly on: string; readonly time: string };
  readonly teacherId: string;
  readonly nth: number;
}

/** A student asks for another time, and the teacher answers twice at once, one answer in each process. */
async function reschedule(racers: Racers, notes: Notes, { url, lesson, slot, teacherId, nth }: Wish): Promise<void> {
  const student = racers.students.get(lesson.studentIds[nth % lesson.studentIds.length] ?? '');
  const teacher = racers.teachers.get(teacherId);
  if (!student || !teacher) throw new Error('Nobody can ask for this lesson');
  const body = { reason: 'A race', slot };
  const asking = await student.ask(url, 'POST', `/timetable/lessons/${lesson.id}/reschedules`, { body });
  if (!notes.note('ask', asking)) return;
  const { id } = asking.as(Asked);
  notes.asked(id);
  const consents = nth % 2 === 0 ? [true, false] : [true, true];
  const answers = await Promise.all(
    racers.urls.map((one, i) =>
      teacher.ask(one, 'POST', `/timetable/reschedules/${id}/answer`, { body: { consent: consents[i] } }),
    ),
  );
  const won = answers.filter((one) => notes.note('answer', one));
  if (won.length > 1) notes.wrong(`request ${id}: two answers won`);
  for (const one of won) if (one.as(z.object({ state: z.string() })).state === 'confirmed') notes.changed(lesson.id);
}
