import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useDraft } from '../../../../client/src/drafts/useDraft.ts';
import { onSent } from '../../../../client/src/offline/device.ts';
import { forumKey } from '../api/boards.ts';
import { WaitingPosts } from '../topic/WaitingPosts.tsx';
import { wordsOf } from '../topic/wordsOf.ts';
import { newTopicsLane } from './NewTopicSheet.tsx';
import '../topic/topic.css';

/** Topics of a board that wait for the line; a refused one can be taken back into the draft of a new topic. */
export function WaitingTopics({ boardId }: { readonly boardId: string }) {
  const client = useQueryClient();
  const draft = useDraft(`forum.board ${boardId}`);
  const lane = newTopicsLane(boardId);
  useEffect(
    () =>
      onSent((entry) => {
        if (entry.lane === lane) void client.invalidateQueries({ queryKey: [forumKey, 'topics', boardId] });
      }),
    [lane, client, boardId],
  );
  return (
    <WaitingPosts
      lane={lane}
      onBack={({ body }) => draft.write([draft.text.trim(), wordsOf(body)].filter(Boolean).join('\n\n'))}
    />
  );
}
