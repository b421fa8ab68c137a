import { monitorEventLoopDelay } from 'node:perf_hooks';
import { connected, manySockets, type Talker } from './talkingSchool.ts';

/** Sockets of many people, in a process of their own so that hearing takes nothing from asking. */
export interface Listening {
  readonly url: string;
  readonly talkers: readonly Talker[];
  readonly threadIds: readonly string[];
  readonly sockets: number;
}

/** What was heard since the listeners were last asked. */
export interface Heard {
  /** From the moment at which the words were sent, in milliseconds. */
  readonly delays: readonly number[];
  /** Of this process itself: when it is late, so is what it tells. */
  readonly loopP99Ms: number;
}

/** Milliseconds of the machine's clock, the same in all processes of a benchmark. */
export const wallMs = (): number => performance.timeOrigin + performance.now();

const loop = monitorEventLoopDelay({ resolution: 10 });
loop.enable();
let delays: number[] = [];

function hear({
  topic,
  news,
}: {
  readonly topic: string;
  readonly news: { readonly items?: { text: string }[] };
}): void {
  if (topic !== 'messages.thread') return;
  for (const { text } of news.items ?? []) delays.push(wallMs() - Number(text.split(' at ')[1]));
}

async function listen({ url, talkers, threadIds, sockets }: Listening): Promise<void> {
  const room = talkers.length;
  await manySockets(sockets, async (nth) => {
    const talker = talkers[nth % room];
    if (!talker) throw new Error('Nobody to listen');
    const socket = await connected(url, talker);
    socket.on('news', hear);
    await socket.emitWithAck('join', { topic: 'messages.thread', key: threadIds[Math.floor(nth / room)] });
    if (nth < room) await socket.emitWithAck('join', { topic: 'messages.person', key: talker.id });
    return socket;
  });
}

if (process.send) {
  process.on('message', (asked: Listening | 'tell' | 'forget') => {
    if (asked === 'forget') delays = [];
    else if (asked === 'tell') process.send?.({ delays, loopP99Ms: loop.percentile(99) / 1e6 } satisfies Heard);
    else void listen(asked).then(() => process.send?.('ready'));
    if (asked === 'forget') loop.reset();
  });
  process.once('disconnect', () => process.exit(0));
}
