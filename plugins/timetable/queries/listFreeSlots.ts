import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { lessonAs } from '../access/lessonAs.ts';
import { lessonRights } from '../access/lessonRights.ts';
import { teacherToAsk } from '../access/openLesson.ts';
import { rescheduleAs } from '../access/rescheduleAs.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { decideAsk } from '../domain/reschedule/decide.ts';
import { chains, type FinderFacts, freeTimes, type Proposal } from '../domain/reschedule/finder.ts';
import type { Reschedule, WishedWindow } from '../domain/reschedule/reschedule.ts';
import { changeLessons } from '../permissions.ts';
import type { ChainView, FreeSlots, FreeSlotsQuery, FreeSlotView } from '../schemas/reschedules.ts';
import { lessonsByIds } from '../store/lessons.ts';
import { holdsOf, partsOf } from '../store/rescheduleParts.ts';
import { type Days, daysToSearch, finderFacts, type Search, type Sought } from './finderFacts.ts';
import { localSpan } from './localSpan.ts';
import { type Names, namesOf } from './names.ts';

const [mostShown, mostChains] = [20, 6];

/** Times of the coming days at which a lesson could be held, best first, with the reasons; else chains that make room. */
export async function listFreeSlots(
  apis: Apis,
  scope: ReadScope,
  lessonId: string,
  { kind, forPersonId }: FreeSlotsQuery,
): Promise<FreeSlots> {
  const lesson = await lessonAs(apis.school, scope, lessonId);
  const teacherId = teacherToAsk(lesson, scope.now, kind);
  const isAnew = kind === 'anew';
  const sought = { ...lesson, teacherId, ...(isAnew ? { commitmentId: null } : {}) };
  const audience = isAnew && forPersonId ? { forPersonId } : {};
  // A time that is held for this very lesson does not stand in its own way.
  const holds = isAnew ? [] : await holdsOf(scope.db, [lesson.id]);
  const search = { sought: { ...sought, ...audience }, holds, windows: [] };
  return slotsFor(apis, scope, search, await optionsFor(apis, scope, lesson));
}

/** The same for a request: what it holds already is free for it, and hours that were wished for come first. */
export async function listSlotsOfRequest(apis: Apis, scope: ReadScope, id: string): Promise<FreeSlots> {
  const { request, part } = await rescheduleAs(apis, scope, id);
  const [lesson] = await lessonsByIds(scope.db, [request.lessonId]);
  // Who only makes room for it has no business with its other times.
  if (!lesson || part.sight !== 'all') return noSlots(request);
  return slotsFor(apis, scope, await searchOf(scope, request, lesson), await optionsFor(apis, scope, lesson));
}

/** The same for those who are told of them by name of nobody; none when nothing can be asked of the lesson. Asks for no rights. */
export async function slotsOfRequest(apis: Apis, scope: ReadScope, request: Reschedule): Promise<FreeSlots> {
  const [lesson] = await lessonsByIds(scope.db, [request.lessonId]);
  if (!lesson || !decideAsk(lesson, scope.now, request.kind).ok) return noSlots(request);
  return slotsFor(apis, scope, await searchOf(scope, request, lesson), { namesAbsent: false, hasChains: false });
}

const noSlots = ({ fromHeldOn }: Reschedule): FreeSlots => ({
  items: [],
  chains: [],
  fromOn: fromHeldOn,
  untilOn: fromHeldOn,
});

async function searchOf(scope: ReadScope, request: Reschedule, lesson: Lesson): Promise<Search> {
  const teacherId = teacherToAsk(lesson, scope.now, request.kind);
  const isAnew = request.kind === 'anew';
  const commitmentId = isAnew ? null : lesson.commitmentId;
  const forPersonId = isAnew && !request.isForGroup ? request.forPersonId : lesson.forPersonId;
  const holds = (await partsOf(scope.db, [request.id])).flatMap(({ holdId }) => holdId ?? []);
  const windows: readonly WishedWindow[] = request.windowsJson;
  return { sought: { ...lesson, teacherId, commitmentId, forPersonId }, holds, windows };
}

interface SlotOptions {
  /** Says by name who could not come; otherwise only how many. */
  readonly namesAbsent: boolean;
  /** Looks for lessons that could make room where nothing is free. */
  readonly hasChains: boolean;
}

/** Those who may change the lesson are told by name who is missing, and what could make room. */
async function optionsFor(apis: Apis, scope: ReadScope, lesson: Lesson): Promise<SlotOptions> {
  const { mayChange } = (await lessonRights(apis.school, scope, [lesson]))(lesson, null);
  return { namesAbsent: mayChange, hasChains: mayChange };
}

/** Times for what is sought, best first. Asks for no rights. */
export async function slotsFor(
  apis: Apis,
  scope: ReadScope,
  search: Search,
  { namesAbsent, hasChains }: SlotOptions,
): Promise<FreeSlots> {
  const days = await daysToSearch(apis, scope, search.sought.zone);
  const facts = await finderFacts(apis, scope, search, days);
  const times = freeTimes(facts);
  const isSomethingFree = times.some(({ disturbed }) => disturbed === 0);
  const ways = hasChains && !isSomethingFree ? await chainsFor(apis, scope, search, days) : [];
  const shown = times.slice(0, mostShown);
  const absent = shown.flatMap(({ moves }) => moves[0]?.absent ?? []);
  const names = await namesOf(apis, scope.db, { people: absent, courses: [] });
  return {
    ...days,
    items: shown.flatMap((one) => slotView(scope, search.sought, one, namesAbsent ? names : undefined)),
    chains: await chainViews(apis, scope, ways),
  };
}

/** Chains of lessons that the actor may change; their teachers are asked all the same. */
async function chainsFor(apis: Apis, scope: ReadScope, search: Search, days: Days): Promise<readonly Proposal[]> {
  const mayMove = async (lessons: readonly Lesson[]): Promise<readonly Lesson[]> => {
    const scopes = scopesOf(scope.actor, changeLessons);
    const rows: readonly { readonly id: string }[] = await apis.school.groupIdsWithin(scope, scopes);
    const reached = new Set(rows.map(({ id }) => id));
    return lessons.filter(({ groupId }) => reached.has(groupId));
  };
  const facts: FinderFacts = await finderFacts(apis, scope, { ...search, mayMove }, days);
  return chains(facts).slice(0, mostChains);
}

function slotView(
  scope: ReadScope,
  sought: Sought,
  proposal: Proposal,
  names: Names | undefined,
): readonly FreeSlotView[] {
  const [move] = proposal.moves;
  if (!move) return [];
  const { slot, absent } = move;
  const days = daysApart(sought.on, slot.on);
  const reasons: FreeSlotView['reasons'] = [
    absent.length === 0
      ? { kind: 'all-can-attend' }
      : {
          kind: 'absences',
          count: absent.length,
          personIds: names ? [...absent] : [],
          names: names ? absent.map((id) => names.person(id)) : [],
        },
    ...(proposal.isWished ? [{ kind: 'wished' as const }] : []),
    days === 0 ? { kind: 'same-day' } : days < 0 ? { kind: 'days-earlier', days: -days } : { kind: 'days-later', days },
    // Points are the language of those who make timetables.
    ...scoreReasons(proposal.score).filter(({ kind }) => names !== undefined || kind !== 'score'),
    { kind: 'load', lessons: proposal.load },
  ];
  return [{ ...placeView(scope, slot), reasons }];
}

/** What it does to the week of those concerned. */
const scoreReasons = ({ points, gaps, isTwice }: Proposal['score']): FreeSlotView['reasons'] => [
  ...(gaps === 0 ? [] : [{ kind: 'gaps' as const, change: gaps }]),
  ...(isTwice ? [{ kind: 'twice' as const }] : []),
  ...(points === 0 ? [] : [{ kind: 'score' as const, change: points }]),
];

const dayMs = 86_400_000;
const daysApart = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

const placeView = ({ actor }: ReadScope, slot: Proposal['moves'][number]['slot']) => ({
  on: slot.on,
  time: slot.time,
  startsAt: slot.startsAt.toISOString(),
  endsAt: slot.endsAt.toISOString(),
  local: localSpan(slot, actor.zone),
});

async function chainViews(apis: Apis, scope: ReadScope, proposals: readonly Proposal[]): Promise<ChainView[]> {
  const ids = [...new Set(proposals.flatMap(({ moves }) => moves.map(({ lesson }) => lesson.id)))];
  const lessons = new Map((await lessonsByIds(scope.db, ids)).map((one) => [one.id, one]));
  const names = await namesOf(apis, scope.db, {
    people: [...lessons.values()].map(({ teacherId }) => teacherId),
    courses: [...lessons.values()].map(({ courseId }) => courseId),
  });
  return proposals.map(({ moves, disturbed }) => ({
    disturbed,
    moves: moves.map(({ lesson, slot, absent }) => {
      const course = names.course(lessons.get(lesson.id)?.courseId ?? '');
      return {
        lessonId: lesson.id,
        subjectName: course?.subjectName ?? '',
        groupName: course?.groupName ?? '',
        teacherName: names.person(lesson.teacherId),
        from: { startsAt: lesson.startsAt.toISOString(), local: localSpan(lesson, scope.actor.zone) },
        ...placeView(scope, slot),
        absent: absent.length,
      };
    }),
  }));
}
