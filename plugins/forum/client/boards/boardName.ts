import type { BoardBrief } from '../../schemas/boards.ts';
import type { Texts } from '../useTexts.ts';

/** What a board is called: by its own name, or by what it belongs to. */
export function boardName(board: BoardBrief, t: Texts): string {
  if (board.name) return board.name;
  const subject = [board.subject, board.subgroup].filter(Boolean).join(', ');
  return t(`board.name.${board.kind}`, {
    group: board.group?.name ?? '',
    part: board.kind === 'subject' ? subject : (board.subgroup ?? ''),
    student: board.student?.name ?? '',
  });
}
