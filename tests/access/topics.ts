import { io, type Socket } from 'socket.io-client';
import type { Role } from '../../server/access/roles.ts';
import type { TestApp } from '../harness/eachApp.ts';
import type { ActorOfMatrix } from './actors.ts';
import { relations } from './cells.ts';
import type { Half, World } from './world.ts';

/** Who may watch a topic, by hand from the roles, as in `expected.ts`: y joined, n refused. */
interface Row {
  readonly keyOf: (half: Half) => string;
  readonly cells: Readonly<Partial<Record<Role, string>>>;
}

const ofStudent = ({ studentId }: Half): string => studentId;
const planners = { admin: 'yyyy', coordinator: 'yyyn', 'lead-tutor': 'yyyn', tutor: 'yynn' };
const staff = { ...planners, head: 'yyyn', psychologist: 'yyyn', teacher: 'yynn' };

const expectedTopics: Readonly<Record<string, Row>> = {
  // Jobs belong to who started them; a group has one here.
  'jobs.job': { keyOf: ({ jobId }) => jobId, cells: { admin: 'yyyy', tutor: 'yynn' } },
  // Between processes alone.
  'jobs.cancelled': { keyOf: ({ jobId }) => jobId, cells: {} },
  // One's own, whoever it is.
  'notify.person': { keyOf: ofStudent, cells: { student: 'ynnn' } },
  'messages.person': { keyOf: ofStudent, cells: { student: 'ynnn' } },
  'timetable.person': { keyOf: ofStudent, cells: { ...staff, student: 'ynnn', guardian: 'ynnn' } },
  'timetable.draft': { keyOf: ({ draftId }) => draftId, cells: planners },
  // Those who take part alone.
  'messages.thread': { keyOf: ({ threadId }) => threadId, cells: { tutor: 'yynn', guardian: 'ynnn' } },
  // The board of a group, without its families.
  'forum.board': { keyOf: ({ boardId }) => boardId, cells: { ...staff, student: 'yynn' } },
  'forum.topic': { keyOf: ({ topicId }) => topicId, cells: { ...staff, student: 'yynn' } },
};

/** Who may send a write over the socket: those who may over HTTP. */
const expectedWrites: Readonly<Record<string, Row>> = {
  'messages:send': { keyOf: ({ threadId }) => threadId, cells: { tutor: 'yynn', guardian: 'ynnn' } },
};

/** An answer to nothing that is there: whoever is let in is told so, and nothing is stored. */
const nothingToAnswer = '01990000-0000-4000-8000-00000000dead';

/** Where a topic is watched otherwise than the table says, and who is let in without a session; one line each. */
export async function topicFaults(
  test: TestApp,
  world: World,
  actors: readonly ActorOfMatrix[],
  outsiders: readonly ActorOfMatrix[],
): Promise<string[]> {
  const names = test.app.loaded.flatMap(({ parts }) => (parts.topics ?? []).map(({ name }) => name));
  const faults = names
    .filter((name) => !expectedTopics[name])
    .map((name) => `topic ${name} is in no row of tests/access/topics.ts`);
  const events = test.app.routes.flatMap(({ route }) =>
    'inSets' in route && route.inSets ? [route.inSets.event] : [],
  );
  faults.push(
    ...events
      .filter((event) => !expectedWrites[event])
      .map((event) => `what sockets send as ${event} is in no row of tests/access/topics.ts`),
  );
  for (const actor of actors)
    faults.push(
      ...(await whileConnected(test, actor, async (socket) => [
        ...(await faultsOf(socket, actor, names, world)),
        ...(await faultsOfWrites(socket, actor, events, world)),
      ])),
    );
  for (const { name, ...outsider } of outsiders) {
    const answer = await whileConnected(test, { name, ...outsider }, async () => ['connected']);
    if (!answer.every((one) => one.endsWith('signed-out'))) faults.push(`a socket of ${name} is let in`);
  }
  return faults;
}

async function faultsOf(socket: Socket, { role }: ActorOfMatrix, names: readonly string[], world: World) {
  const faults: string[] = [];
  for (const topic of names)
    for (const [at, relation] of relations.entries()) {
      const row = expectedTopics[topic];
      if (!row || !role) continue;
      const { ok } = await socket.emitWithAck('join', { topic, key: row.keyOf(world[relation]) });
      if (ok !== (row.cells[role]?.[at] === 'y'))
        faults.push(`topic ${topic} is ${ok ? 'joined by' : 'refused to'} a ${role} about ${relation}`);
    }
  return faults;
}

async function faultsOfWrites(socket: Socket, { role }: ActorOfMatrix, events: readonly string[], world: World) {
  const faults: string[] = [];
  for (const event of events)
    for (const [at, relation] of relations.entries()) {
      const row = expectedWrites[event];
      if (!row || !role) continue;
      const params = { threadId: row.keyOf(world[relation]) };
      const body = { clientId: nothingToAnswer, text: 'To nobody', replyToId: nothingToAnswer };
      const { status } = await socket.emitWithAck(event, { params, body });
      if (![422, 403, 404].includes(status) || (status === 422) !== (row.cells[role]?.[at] === 'y'))
        faults.push(`${event} is answered ${status} to a ${role} about ${relation}`);
    }
  return faults;
}

/** A socket with the session of this actor, for as long as `work` takes; why it was refused when it was. */
async function whileConnected(
  { app, url }: TestApp,
  { name, cookie }: ActorOfMatrix,
  work: (socket: Socket) => Promise<string[]>,
): Promise<string[]> {
  const extraHeaders = { origin: app.config.publicUrl, ...(cookie ? { cookie } : {}) };
  const socket = io(url, { transports: ['websocket'], extraHeaders, reconnection: false, forceNew: true });
  try {
    const refusal = await new Promise<string | undefined>((resolve) => {
      socket.once('connect', () => resolve(undefined));
      socket.once('connect_error', ({ message }) => resolve(message));
    });
    return refusal ? [`a socket of ${name} is refused: ${refusal}`] : await work(socket);
  } finally {
    socket.disconnect();
  }
}
