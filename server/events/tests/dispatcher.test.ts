import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { v7 } from 'uuid';
import { eachDatabase } from '../../../tests/harness/eachDatabase.ts';
import type { Reaction } from '../../host/plugin.ts';
import { eventsApi } from '../api.ts';
import { createDispatcher, type Dispatcher } from '../dispatcher.ts';
import { storeEvents } from '../outbox.ts';
import { createEventsModule } from '../plugin.ts';
import { indexReactions } from '../reactionIndex.ts';
import { countFailed, deleteSettled, reviveFailed } from '../store/deliveries.ts';
import { type Miniature, miniature } from './miniature.ts';
import { type Counted, counted, effects, noting, probe } from './probe.ts';

const nothing = indexReactions([]);
const modules = [createEventsModule(() => nothing), probe];

eachDatabase('Delivery of events', (open) => {
  const set = async (reaction: Reaction<unknown>): Promise<Miniature> =>
    miniature({ database: await open(modules), reactions: [reaction] });
  const dispatch = (mini: Miniature): Dispatcher => createDispatcher(mini);
  const emit = (mini: Miniature, ...payloads: readonly Counted[]): Promise<void> =>
    mini.inWrite(async (scope) => {
      for (const payload of payloads) scope.emit(counted, payload);
    });

  it('runs a reaction once, with the event as it was, and forgets the delivery', async () => {
    const mini = await set(noting());
    await emit(mini, { stream: 'a', number: 1 });
    await dispatch(mini).idle();
    await dispatch(mini).idle();
    expect(await effects(mini.database.reader)).to.equal('a1');
    expect(await mini.database.reader('events_delivery')).to.deep.equal([]);
  });

  it('stores nothing of a command that fails', async () => {
    const mini = await set(noting());
    const failing = mini.inWrite(async (scope) => {
      scope.emit(counted, { stream: 'a', number: 1 });
      throw new Error('changed my mind');
    });
    expect(await failing.catch((reason: Error) => reason.message)).to.equal('changed my mind');
    await dispatch(mini).idle();
    expect(await effects(mini.database.reader)).to.equal('');
  });

  it('keeps the order within a stream while a failure is tried again, and holds nobody else back', async () => {
    let failures = 0;
    const mini = await set(
      noting(({ stream, number }) => {
        if (stream === 'a' && number === 1 && ++failures <= 2) throw new Error('not yet');
      }),
    );
    const dispatcher = dispatch(mini);
    await emit(mini, { stream: 'a', number: 1 }, { stream: 'b', number: 1 }, { stream: 'a', number: 2 });
    await emit(mini, { stream: 'a', number: 3 });
    await dispatcher.idle();
    expect(await effects(mini.database.reader)).to.equal('b1');
    mini.advance(5);
    await dispatcher.idle();
    expect(await effects(mini.database.reader)).to.equal('b1');
    mini.advance(10);
    await dispatcher.idle();
    expect(await effects(mini.database.reader, 'a')).to.equal('a1 a2 a3');
  });

  it('takes back what a reaction did before it failed', async () => {
    let failures = 0;
    const mini = await set(
      noting(() => {
        if (++failures === 1) throw new Error('after its effects');
      }),
    );
    const dispatcher = dispatch(mini);
    await emit(mini, { stream: 'a', number: 1 });
    await dispatcher.idle();
    expect(await effects(mini.database.reader)).to.equal('');
    mini.advance(5);
    await dispatcher.idle();
    expect(await effects(mini.database.reader)).to.equal('a1');
  });

  it('gives up after ten attempts, keeps its stream waiting, and goes on when it is told to', async () => {
    let isBroken = true;
    const mini = await set(
      noting(({ stream }) => {
        if (stream === 'a' && isBroken) throw new Error('the secret is Heron');
      }),
    );
    const { database } = mini;
    const dispatcher = dispatch(mini);
    await emit(mini, { stream: 'a', number: 1 });
    for (let attempt = 0; attempt < 12; attempt++) {
      await dispatcher.idle();
      mini.advance(3600);
    }
    await emit(mini, { stream: 'a', number: 2 }, { stream: 'b', number: 1 });
    await dispatcher.idle();
    expect(await effects(database.reader)).to.equal('b1');
    expect(await countFailed(database.reader)).to.equal(1);
    expect(mini.lines.map(({ level }) => level)).to.deep.equal([...Array.from({ length: 9 }, () => 'warn'), 'error']);
    expect(JSON.stringify(mini.lines)).not.to.include('Heron');

    isBroken = false;
    expect(await database.write((trx) => reviveFailed(trx, mini.clock()))).to.equal(1);
    await dispatcher.idle();
    expect(await effects(database.reader)).to.equal('b1 a1 a2');
  });

  it('delivers once, in order, when several dispatchers compete', async () => {
    const mini = await set(noting());
    const streams = ['a', 'b', 'c', 'd', 'e'];
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
    for (const number of numbers) await Promise.all(streams.map((stream) => emit(mini, { stream, number })));
    await Promise.all([dispatch(mini), dispatch(mini), dispatch(mini)].map((dispatcher) => dispatcher.idle()));
    for (const stream of streams)
      expect(await effects(mini.database.reader, stream)).to.equal(numbers.map((number) => stream + number).join(' '));
    expect(mini.lines).to.deep.equal([]);
  });

  it('makes writers of one stream take turns, so that positions follow commits', async () => {
    const { database, reactions, clock } = await set(noting());
    const event = (number: number) => ({
      id: v7(),
      name: counted.name,
      at: clock(),
      actorId: '',
      stream: 'a',
      payload: { stream: 'a', number },
    });
    let isSecondStored = false;
    const { second } = await database.write(async (trx) => {
      await storeEvents(trx, [event(1)], reactions);
      const second = database.write(async (other) => {
        await storeEvents(other, [event(2)], reactions);
        isSecondStored = true;
      });
      await delay(50);
      expect(isSecondStored).to.equal(false);
      return { second };
    });
    await second;
    expect(isSecondStored).to.equal(true);
  });

  it('leaves deliveries of reactions that this process does not have', async () => {
    const mini = await set(noting());
    await emit(mini, { stream: 'a', number: 1 });
    const stranger = createDispatcher({ ...mini, reactions: nothing });
    await stranger.idle();
    expect(await mini.database.reader('events_delivery')).to.have.length(1);
  });

  it('runs when woken and by itself, and stops', async () => {
    const mini = await set(noting());
    const dispatcher = createDispatcher({ ...mini, pollMs: 20 });
    dispatcher.start();
    await emit(mini, { stream: 'a', number: 1 });
    dispatcher.wake();
    await dispatcher.idle();
    expect(await effects(mini.database.reader)).to.equal('a1');
    await dispatcher.stop();
    await emit(mini, { stream: 'a', number: 2 });
    await delay(60);
    expect(await effects(mini.database.reader)).to.equal('a1');
  });

  it('forgets old events that everybody has taken, and deliveries that nobody will take', async () => {
    const mini = await set(noting());
    await emit(mini, { stream: 'a', number: 1 });
    await dispatch(mini).idle();
    await emit(mini, { stream: 'a', number: 2 });
    mini.advance(60);
    await mini.database.write((trx) => deleteSettled(trx, ['probe.note'], mini.clock()));
    expect(await mini.database.reader('events_event')).to.have.length(1);
    await mini.database.write((trx) => deleteSettled(trx, [], mini.clock()));
    expect(await mini.database.reader('events_event')).to.have.length(0);
  });
});

describe('The index of reactions', () => {
  it('refuses two reactions of the same name', () => {
    expect(() => indexReactions([noting(), noting()])).to.throw('probe.note');
  });

  it('belongs to the module called events', () => {
    expect(createEventsModule(() => nothing).ref).to.equal(eventsApi);
  });
});
