import { system } from '../../../server/access/actor.ts';
import type { DemoContext } from '../../../server/host/demo.ts';
import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { answerRequest } from '../commands/answerReschedule.ts';
import { askForReschedule } from '../commands/askForReschedule.ts';
import { attendRequests } from '../commands/attendRequests.ts';
import { confirmRequest } from '../commands/confirmReschedule.ts';
import { proposeSlot } from '../commands/proposeSlot.ts';
import { withdrawRequest } from '../commands/withdrawReschedule.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { isOpen } from '../domain/reschedule/decide.ts';
import type { ReasonKind, RequestKind, RescheduleState } from '../domain/reschedule/reschedule.ts';
import { listFreeSlots } from '../queries/listFreeSlots.ts';
import { AskReschedule } from '../schemas/reschedules.ts';
import { findLessons } from '../store/lessons.ts';
import { openReschedules } from '../store/reschedules.ts';
import { asStudent, asTeacher, asTutor, type Cast, ifPossible } from './actors.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Somebody of the group asks for another time, and how far it has come. */
interface Story {
  readonly student: number;
  readonly reasonKind: ReasonKind;
  readonly reason: string;
  readonly wish?: string;
  /** `anew`: a lesson was missed. */
  readonly kind?: RequestKind;
  readonly until: RescheduleState;
  /** How long ago it was asked. */
  readonly hoursAgo: number;
}

/** One of every state, of lessons to come and of missed ones. The first students ask more than once, so that the tutor's numbers say something. */
export const stories = (words: Readonly<Record<ReasonKind, string>>, wish: string): readonly Story[] => [
  { student: 0, reasonKind: 'doctor', reason: words.doctor, until: 'done', hoursAgo: 250 },
  { student: 4, reasonKind: 'line', reason: words.line, until: 'done', hoursAgo: 240 },
  { student: 5, reasonKind: 'ill', reason: words.ill, kind: 'anew', until: 'done', hoursAgo: 200 },
  { student: 2, reasonKind: 'ill', reason: words.ill, kind: 'anew', until: 'confirmed', hoursAgo: 50 },
  { student: 3, reasonKind: 'line', reason: words.line, kind: 'anew', until: 'proposed', hoursAgo: 8 },
  { student: 0, reasonKind: 'doctor', reason: words.doctor, until: 'confirmed', hoursAgo: 90 },
  { student: 1, reasonKind: 'line', reason: words.line, until: 'confirmed', hoursAgo: 80 },
  { student: 0, reasonKind: 'ill', reason: words.ill, until: 'declined', hoursAgo: 120 },
  { student: 2, reasonKind: 'line', reason: words.line, until: 'lapsed', hoursAgo: 100 },
  { student: 3, reasonKind: 'family', reason: words.family, until: 'withdrawn', hoursAgo: 30 },
  { student: 1, reasonKind: 'contest', reason: words.contest, until: 'confirmed', hoursAgo: 20 },
  { student: 0, reasonKind: 'contest', reason: words.contest, until: 'proposed', hoursAgo: 3 },
  { student: 4, reasonKind: 'doctor', reason: words.doctor, until: 'agreed', hoursAgo: 5 },
  { student: 5, reasonKind: 'family', reason: words.family, wish, until: 'asked', hoursAgo: 2 },
];

/** Plays the stories in one group, each in a transaction of its own; one for which nothing is free is left out. */
export async function playRequests(apis: Apis, demo: DemoContext, cast: Cast, all: readonly Story[]): Promise<void> {
  const now = await demo.read(async (scope) => scope.now);
  for (const story of all)
    await demo.at(lastAct(story, now), () => ifPossible(demo, (scope) => play(apis, { ...scope, now }, cast, story)));
}

/** Hours after it was asked until somebody does the last thing that a story tells of. */
const hoursUntil: Readonly<Record<RescheduleState, number>> = {
  asked: 0,
  proposed: 0,
  withdrawn: 1,
  declined: 2,
  agreed: 2,
  confirmed: 4,
  done: 4,
  lapsed: 60,
};

const lastAct = ({ hoursAgo, until }: Story, now: Date): Date =>
  new Date(now.getTime() - Math.max(0, hoursAgo - hoursUntil[until]) * hourMs);

async function play(apis: Apis, scope: WriteScope, cast: Cast, story: Story): Promise<void> {
  const { until, reasonKind, reason, wish, kind = 'move' } = story;
  const then = new Date(scope.now.getTime() - story.hoursAgo * hourMs);
  const studentId = cast.studentIds[story.student] ?? '';
  const student = asStudent(scope, studentId, then);
  const lesson = await lessonToAskAbout(apis, student, cast, kind);
  if (!lesson) return;
  const { items } = await listFreeSlots(apis, student, lesson.id, { kind, forPersonId: studentId });
  const slot = items.find(({ endsAt }) => until !== 'done' || endsAt < scope.now.toISOString());
  if (!slot) return;
  const { on, time } = slot;
  const isPlain = until === 'asked' || until === 'withdrawn';
  const { id } = await askForReschedule(
    apis,
    student,
    lesson.id,
    AskReschedule.parse({
      kind,
      reasonKind,
      reason,
      ...(wish ? { wish } : {}),
      ...(isPlain ? {} : { slot: { on, time } }),
    }),
  );
  const later = (hours: number) => new Date(then.getTime() + hours * hourMs);
  const teacher = asTeacher(scope, cast, lesson.courseId, later(2));
  if (until === 'withdrawn') await withdrawRequest(apis, asStudent(scope, studentId, later(1)), id, {});
  if (until === 'declined') await answerRequest(apis, teacher, id, { consent: false });
  // What comes due happens by itself.
  if (until === 'lapsed') await attendRequests(apis, { ...scope, actor: system, now: later(60) });
  if (until === 'agreed' || isConfirmed(until)) await answerRequest(apis, teacher, id, { consent: true });
  if (isConfirmed(until)) await confirmRequest(apis, asTutor(scope, cast, later(4)), id, { confirm: true });
  if (until === 'done') await attendRequests(apis, { ...scope, actor: system });
}

const isConfirmed = (until: RescheduleState): boolean => until === 'confirmed' || until === 'done';

/** A lesson to come, after which enough days are left; or the last one that was missed. */
async function lessonToAskAbout(
  apis: Apis,
  scope: WriteScope,
  { groupId, courseOf }: Cast,
  kind: RequestKind,
): Promise<Lesson | undefined> {
  const lessons =
    kind === 'move'
      ? await lessonsBetween(scope, groupId, 3, 9)
      : (await lessonsBetween(scope, groupId, -6, 0)).filter(({ endsAt }) => endsAt < scope.now).toReversed();
  const asked = new Set(
    (
      await openReschedules(
        scope.db,
        lessons.map(({ id }) => id),
      )
    )
      .filter(({ state }) => isOpen(state))
      .map(({ lessonId }) => lessonId),
  );
  const learns = new Set((await apis.school.coursesOfStudent(scope, scope.actor.personId)).map(({ id }) => id));
  return lessons.find(
    ({ id, courseId, isByHand }) => !asked.has(id) && !isByHand && learns.has(courseId) && courseOf.has(courseId),
  );
}

const lessonsBetween = (
  { db, now }: ReadScope,
  groupId: string,
  fromDays: number,
  untilDays: number,
): Promise<readonly Lesson[]> =>
  findLessons(db, {
    groupIds: [groupId],
    from: new Date(now.getTime() + fromDays * dayMs),
    to: new Date(now.getTime() + untilDays * dayMs),
    isPlanned: true,
  });

/** The tutor puts a lesson to where another one is, which makes room: both teachers are asked. */
export async function proposeChain(apis: Apis, demo: DemoContext, cast: Cast, reason: string): Promise<void> {
  const pairs = await demo.read(async (scope) => {
    const lessons = await lessonsBetween(scope, cast.groupId, 5, 10);
    return lessons.flatMap((one) =>
      lessons.filter((other) => other.courseId !== one.courseId).map((other) => [one, other] as const),
    );
  });
  let isDone = false;
  for (const [one, other] of pairs.slice(0, 12)) {
    if (isDone) return;
    await ifPossible(demo, async (scope) => {
      const tutor = asTutor(scope, cast);
      const free = (await listFreeSlots(apis, tutor, other.id, { kind: 'move' })).items[0];
      if (!free || one.teacherId === null) return;
      const time = new Intl.DateTimeFormat('en-GB', { timeZone: other.zone, hour: '2-digit', minute: '2-digit' });
      const slot = {
        on: other.on,
        time: time.format(other.startsAt),
        alongside: [{ lessonId: other.id, on: free.on, time: free.time }],
      };
      const asked = AskReschedule.parse({ reasonKind: 'other', reason, forPersonId: one.teacherId });
      const { id } = await askForReschedule(apis, tutor, one.id, asked);
      await proposeSlot(apis, tutor, id, slot);
      isDone = true;
    });
  }
}
