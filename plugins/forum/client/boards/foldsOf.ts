import type { BoardItem } from '../../schemas/boards.ts';

export interface BoardFold {
  /** Null: the whole school. */
  readonly group: BoardItem['group'];
  readonly boards: readonly BoardItem[];
  /** Topics with something new on all of them. */
  readonly unread: number;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Boards by their group, those of the whole school first, then groups and boards with something new; only those whose name has all the words. */
export function foldsOf(
  items: readonly BoardItem[],
  nameOf: (board: BoardItem) => string,
  wanted: string,
): readonly BoardFold[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  const folds = new Map<string, { readonly group: BoardItem['group']; readonly boards: BoardItem[] }>();
  for (const board of items) {
    const name = plain(`${board.group?.name ?? ''} ${nameOf(board)}`);
    if (!words.every((word) => name.includes(word))) continue;
    const key = board.group?.id ?? '';
    const fold = folds.get(key) ?? { group: board.group, boards: [] };
    folds.set(key, fold);
    fold.boards.push(board);
  }
  return [...folds.values()]
    .map(({ group, boards }) => ({
      group,
      boards: boards.toSorted((a, b) => Number(b.unread > 0) - Number(a.unread > 0)),
      unread: boards.reduce((sum, { unread }) => sum + unread, 0),
    }))
    .sort((a, b) => Number(a.group !== null) - Number(b.group !== null) || Number(b.unread > 0) - Number(a.unread > 0));
}
