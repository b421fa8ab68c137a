import { IncomingMessage } from 'node:http';
import { connect, Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import type { Database } from '../../db/database.ts';
import { inTurns } from '../turns.ts';

/** Lets somebody's request come who is still there; `begun` says in which turn of the loop it began. */
function arrivals(longestMs: number) {
  const letIn = inTurns(longestMs);
  const begun: string[] = [];
  return {
    begun,
    arrive(name: string): Socket {
      const socket = new Socket();
      letIn(new IncomingMessage(socket), undefined, () => begun.push(name));
      return socket;
    },
  };
}

describe('Requests that arrive together', () => {
  it('begin in one turn of the loop while there is time', async () => {
    const { begun, arrive } = arrivals(60_000);
    for (const name of ['a', 'b', 'c']) {
      arrive(name);
      await undefined;
    }
    expect(begun).to.deep.equal(['a', 'b', 'c']);
  });

  it('begin one by one when one piece of data brings several, so that the clock tells what each has cost', async () => {
    const { begun, arrive } = arrivals(60_000);
    for (const name of ['a', 'b', 'c']) arrive(name);
    expect(begun).to.deep.equal(['a']);
    while (begun.length < 3) await nextTurn();
    expect(begun).to.deep.equal(['a', 'b', 'c']);
  });

  it('begin in later turns, in their order and behind nobody who came later, when there is none', async () => {
    const { begun, arrive } = arrivals(0);
    for (const name of ['a', 'b', 'c']) arrive(name);
    expect(begun).to.deep.equal(['a']);
    while (begun.length < 2) await nextTurn();
    expect(begun).to.deep.equal(['a', 'b']);
    arrive('d');
    while (begun.length < 4) await nextTurn();
    expect(begun).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('do not begin when whoever asked has left meanwhile', async () => {
    const { begun, arrive } = arrivals(0);
    arrive('a');
    arrive('left').destroy();
    arrive('c');
    while (begun.length < 2) await nextTurn();
    expect(begun).to.deep.equal(['a', 'c']);
  });
});

/** Asks so many times with one piece of data, so that all arrive in one turn of the server's loop. */
async function answersAtOnce(url: string, path: string, times: number): Promise<number> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`.repeat(times));
  let heard = '';
  let answers = 0;
  for await (const piece of socket) {
    heard += String(piece);
    answers = heard.split('HTTP/1.1 200 OK').length - 1;
    if (answers === times) break;
  }
  return answers;
}

eachApp('A crowd of requests', (start) => {
  it('leaves the loop free to turn after a few of them', async () => {
    let turns = 0;
    const beginnings = new Map<number, number>();
    /** Whoever reads needs longer than a turn may last. */
    const slow = (database: Database): Database => ({
      ...database,
      get reader() {
        const begun = performance.now();
        while (performance.now() - begun < 20);
        beginnings.set(turns, (beginnings.get(turns) ?? 0) + 1);
        return database.reader;
      },
    });
    const { url } = await start({ around: slow });
    beginnings.clear();
    let isOver = false;
    const count = (): void => {
      turns++;
      if (!isOver) setImmediate(count);
    };
    count();
    expect(await answersAtOnce(url, '/api/health', 20)).to.equal(20);
    isOver = true;
    expect(beginnings.size).to.be.at.least(10);
  });
});
