import { expect } from 'chai';
import { nameOfSent, numberMessages, type Reached, type Sent } from '../domain/numbering.ts';

const now = new Date('2026-09-01T10:00:00Z');
const before = new Date('2026-09-01T08:00:00Z');
const reached = (lastSeq: number, askedAt: Date | null = null): Reached => ({ lastSeq, askedAt });
const sent = (threadId: string, authorId: string, clientId: string, isByStaff = true): Sent => ({
  ...{ threadId, authorId, clientId, isByStaff },
});

describe('Numbers of messages that arrive together', () => {
  const threads = new Map([
    ['a', reached(7, before)],
    ['b', reached(0)],
  ]);

  for (const { title, all, stored = [], numbers, ends } of [
    {
      title: 'follow each other in each conversation, in the order in which they came',
      all: [sent('a', 'ana', '1'), sent('b', 'ben', '1'), sent('a', 'ben', '2')],
      numbers: [8, 1, 9],
      ends: { a: reached(9), b: reached(1) },
    },
    {
      title: 'leave no hole where one was stored before',
      all: [sent('a', 'ana', '1'), sent('a', 'ana', '2'), sent('a', 'ana', '3')],
      stored: [sent('a', 'ana', '2')],
      numbers: [8, undefined, 9],
      ends: { a: reached(9) },
    },
    {
      title: 'are given once to what stands twice among them',
      all: [sent('a', 'ana', '1'), sent('a', 'ana', '1'), sent('b', 'ana', '1')],
      numbers: [8, undefined, undefined],
      ends: { a: reached(8) },
    },
    {
      title: 'tell the messages of two devices apart that chose the same id',
      all: [sent('a', 'ana', '1'), sent('a', 'ben', '1')],
      numbers: [8, 9],
      ends: { a: reached(9) },
    },
    {
      title: 'let a family wait since its first question, and begin anew after an answer',
      all: [
        sent('b', 'mum', '1', false),
        sent('a', 'mum', '2', false),
        sent('a', 'ana', '3'),
        sent('a', 'mum', '4', false),
      ],
      numbers: [1, 8, 9, 10],
      ends: { a: reached(10, now), b: reached(1, now) },
    },
    {
      title: 'keep how long a family has waited when it asks again',
      all: [sent('a', 'mum', '1', false)],
      numbers: [8],
      ends: { a: reached(8, before) },
    },
    { title: 'are none where there is no conversation', all: [sent('c', 'ana', '1')], numbers: [undefined], ends: {} },
  ])
    it(title, () => {
      const result = numberMessages(all, threads, new Set(stored.map(nameOfSent)), now);
      expect(result.numbered.map((one) => (one.kind === 'new' ? one.seq : undefined))).to.deep.equal(numbers);
      expect(Object.fromEntries(result.reached)).to.deep.equal(ends);
    });
});
