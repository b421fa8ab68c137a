import { loadDraft, saveDraft } from '../../../../client/src/drafts/drafts.ts';
import { useDraft } from '../../../../client/src/drafts/useDraft.ts';
import type { NewPoll } from '../../schemas/topics.ts';
import { keepPoll, readPoll, takenBack } from './topicDraft.ts';

/** Under which names the parts of a new topic lie among the drafts. */
const keysOf = (boardId: string) => ({
  title: `forum.title ${boardId}`,
  text: `forum.board ${boardId}`,
  poll: `forum.poll ${boardId}`,
});

/** Title, text and poll of a new topic of a board, kept on this device while they are typed. */
export function useTopicDraft(boardId: string) {
  const keys = keysOf(boardId);
  const [title, text, kept] = [useDraft(keys.title), useDraft(keys.text), useDraft(keys.poll)];
  return {
    ...{ title, text, poll: readPoll(kept.text) },
    writePoll: (next: NewPoll | undefined): void => kept.write(keepPoll(next)),
    clear: (): void => {
      for (const draft of [title, text, kept]) draft.clear();
    },
  };
}

/** Puts a refused topic among the drafts of its author, from where the next new topic of the board begins. */
export async function takeTopicBack(personId: string, boardId: string, refused: unknown): Promise<void> {
  const keys = keysOf(boardId);
  const typed = async (key: string): Promise<string> => (await loadDraft(personId, key))?.text ?? '';
  const next = takenBack(
    { title: await typed(keys.title), text: await typed(keys.text), poll: readPoll(await typed(keys.poll)) },
    refused,
  );
  await saveDraft(personId, keys.title, next.title);
  await saveDraft(personId, keys.text, next.text);
  await saveDraft(personId, keys.poll, keepPoll(next.poll));
}
