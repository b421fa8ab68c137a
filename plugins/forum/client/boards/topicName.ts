import type { BoardBrief } from '../../schemas/boards.ts';
import type { Texts } from '../useTexts.ts';
import { boardName } from './boardName.ts';

/** What a topic is called: a thread of notes has no title of its own, and is called as its board. */
export const topicName = (title: string, board: BoardBrief, t: Texts): string => title || boardName(board, t);
