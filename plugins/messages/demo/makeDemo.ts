import type { DemoContext } from '../../../server/host/demo.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import { dayOf, readIds } from '../../../server/people/api.ts';
import type { GroupWithPeople } from '../../../server/school/api.ts';
import { judgeConversation } from '../access/mayTalk.ts';
import type { Apis } from '../apis.ts';
import { type MessageTopics, storeMessage } from '../commands/sendMessage.ts';
import { guardianIdsOf } from '../queries/participants.ts';
import { insertCall } from '../store/calls.ts';
import { raiseMark } from '../store/marks.ts';
import { sameKeyOf } from '../store/sameKey.ts';
import { insertScheduled } from '../store/scheduled.ts';
import { insertMembers, insertThread, markAnswered, threadById } from '../store/threads.ts';
import { type DemoTexts, demoTextsIn, type Line } from './demoTexts.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Parts {
  readonly apis: Apis;
  readonly topics: MessageTopics;
}

/** In each group: a family and its tutor, a parent who waits, a student and a teacher, staff of a student, calls, a message kept for the morning. */
export async function makeDemo(apis: Apis, topics: MessageTopics, demo: DemoContext): Promise<void> {
  demo.report('Letting families, students and staff talk');
  const groups = await demo.read(async (scope) => {
    const day = dayOf(scope.now);
    const ids = await readIds(apis.school.groupIdsWithin(scope, [{ kind: 'everything' }]));
    const found = await Promise.all(
      ids.map((id) => apis.school.groupWithPeople(scope.db, id, { fromOn: day, untilOn: day })),
    );
    return found.flatMap((group) => (group && group.tutors.length > 0 && group.members.length > 2 ? [group] : []));
  });
  await demo.write(async (scope) => {
    for (const group of groups) await fillGroup({ apis, topics }, scope, group);
  });
}

async function fillGroup(parts: Parts, scope: WriteScope, { tutors, members }: GroupWithPeople): Promise<void> {
  const { apis } = parts;
  const tutor = tutors[0]?.personId ?? '';
  const [first = '', second = '', third = ''] = await inOrderOfFiles(scope, members);
  const [card] = await apis.people.peopleByIds(scope.db, [tutor]);
  const texts = demoTextsIn(card?.language ?? 'ru');
  const family = await talk(
    parts,
    scope,
    { kind: 'family', aboutId: first },
    [tutor, ...(await guardianIdsOf(apis, scope, first))],
    texts.family,
  );
  if (family) await keepForMorning(scope, family, tutor, texts);
  await talk(
    parts,
    scope,
    { kind: 'family', aboutId: second },
    [tutor, ...(await guardianIdsOf(apis, scope, second))],
    texts.question,
  );
  const teacher = (await apis.school.coursesOfStudent(scope, first)).find(({ teacherId }) => teacherId)?.teacherId;
  if (teacher) {
    await talk(parts, scope, { kind: 'people', aboutId: null }, [first, teacher], texts.homework);
    await talk(parts, scope, { kind: 'staff', aboutId: third }, [tutor, teacher], texts.staff);
  }
  await noteCalls(apis, scope, tutor, [first, second], texts);
}

/** Those of the demo's accounts are the first of their group in the files that were imported. */
async function inOrderOfFiles({ db }: WriteScope, members: GroupWithPeople['members']): Promise<string[]> {
  const ids = members.map(({ personId }) => personId);
  return readIds(db('people_person').whereIn('id', ids).orderBy('externalId').select('id'));
}

/** Says the lines one after the other; all but the last of each speaker's partners have been read. Returns the conversation. */
async function talk(
  { apis, topics }: Parts,
  scope: WriteScope,
  { kind, aboutId }: { readonly kind: 'people' | 'family' | 'staff'; readonly aboutId: string | null },
  people: readonly string[],
  lines: readonly Line[],
): Promise<string | undefined> {
  const began = new Date(scope.now.getTime() - (lines[0]?.hoursAgo ?? 0) * hourMs);
  const decision = await judgeConversation(apis, scope, people);
  if (people.length < 2 || decision.kind === 'refused') return undefined;
  const { id } = await insertThread(scope.db, {
    id: scope.newId(),
    kind,
    aboutId: aboutId ?? decision.supervisedFor,
    sameKey: sameKeyOf(kind, aboutId === null ? people : [aboutId]),
    isSupervised: kind === 'people' && decision.supervisedFor !== null,
    isGuarded: decision.isGuarded,
    createdById: people[0] ?? '',
    createdAt: began,
  });
  if (kind === 'people') await insertMembers(scope.db, id, people, began);
  const thread = await threadById(scope.db, id);
  if (!thread) return undefined;
  const staff = await apis.school.staffRolesAmong(scope, people);
  for (const { by, text, hoursAgo } of lines) {
    const personId = people[by] ?? '';
    const now = new Date(scope.now.getTime() - hoursAgo * hourMs);
    const asAuthor = { ...scope, now, actor: { ...scope.actor, personId } };
    const audience = { thread, personIds: people, isByStaff: staff.has(personId) };
    await storeMessage(topics, asAuthor, audience, { clientId: scope.newId(), text });
  }
  await settleDown(scope, id, people, lines);
  return id;
}

/** Whoever has written has read what was before; a "thank you" at the end of it waits for nothing. */
async function settleDown(
  scope: WriteScope,
  threadId: string,
  people: readonly string[],
  lines: readonly Line[],
): Promise<void> {
  for (const [at, personId] of people.entries()) {
    const seq = lines.findLastIndex(({ by }) => by === at) + 1;
    if (seq > 0) await raiseMark(scope.db, { threadId, personId, readSeq: seq, deliveredSeq: lines.length });
  }
  const isAsked = lines.at(-1)?.text.includes('?') ?? false;
  if (!isAsked) await markAnswered(scope.db, threadId);
}

/** Eight in the morning of the day after, in universal time: wherever it is read, it lies ahead. */
async function keepForMorning(
  scope: WriteScope,
  threadId: string,
  authorId: string,
  { morning }: DemoTexts,
): Promise<void> {
  const sendAt = new Date(Math.ceil(scope.now.getTime() / dayMs) * dayMs + 8 * hourMs);
  const row = {
    id: scope.newId(),
    threadId,
    authorId,
    clientId: scope.newId(),
    text: morning,
    sendAt,
    replyToId: null,
  };
  await insertScheduled(scope.db, { ...row, isRefused: false }, scope.now);
}

async function noteCalls(
  apis: Apis,
  scope: WriteScope,
  notedById: string,
  studentIds: readonly string[],
  { calls }: DemoTexts,
): Promise<void> {
  for (const studentId of studentIds) {
    const [withId = studentId] = await guardianIdsOf(apis, scope, studentId);
    for (const { how, isContact, daysAgo, agreed, nextStep, nextIn } of calls) {
      const happenedAt = new Date(scope.now.getTime() - daysAgo * dayMs);
      const nextOn = nextIn === undefined ? null : dayOf(new Date(scope.now.getTime() + nextIn * dayMs));
      const ids = { id: scope.newId(), studentId, notedById, clientId: scope.newId(), withId };
      await insertCall(scope.db, { ...ids, how, isContact, agreed, nextStep, nextOn, happenedAt, notedAt: happenedAt });
    }
  }
}
