import { expect } from 'chai';
import { foldsOf } from '../client/boards/foldsOf.ts';
import type { BoardItem } from '../schemas/boards.ts';

const id = (nth: number): string => `01990000-0000-7000-8000-00000000000${nth}`;
const group = (nth: number, name: string) => ({ id: id(nth), name });
const board = (nth: number, name: string, over: Partial<BoardItem> = {}): BoardItem => ({
  ...{ id: id(nth), kind: 'subject', name, group: null, subgroup: null, subject: null, student: null, unread: 0 },
  ...over,
});

const boards = [
  board(1, 'Announcements'),
  board(2, 'Parents', { group: group(8, '7 A') }),
  board(3, 'Álgebra', { group: group(8, '7 A') }),
  board(4, 'Parents', { group: group(9, '8 B') }),
  board(5, 'History', { group: group(9, '8 B'), unread: 2 }),
];

const foldedBy = (wanted: string) =>
  foldsOf(boards, ({ name }) => name ?? '', wanted).map(({ group: of, boards: own, unread }) => [
    of?.name ?? 'school',
    own.map(({ name }) => name),
    unread,
  ]);

describe('Boards that are folded', () => {
  it('are those of the school, then groups with something new, then the others; in each what is new comes first', () =>
    expect(foldedBy('')).to.deep.equal([
      ['school', ['Announcements'], 0],
      ['8 B', ['History', 'Parents'], 2],
      ['7 A', ['Parents', 'Álgebra'], 0],
    ]));

  it('are found by words of their name and group, whatever the accents', () => {
    expect(foldedBy('algebra')).to.deep.equal([['7 A', ['Álgebra'], 0]]);
    expect(foldedBy('8 par')).to.deep.equal([['8 B', ['Parents'], 0]]);
    expect(foldedBy('chemistry')).to.deep.equal([]);
  });
});
