import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../../../../client/src/api/session.ts';
import { onSent } from '../../../../client/src/offline/device.ts';
import { forumKey } from '../api/boards.ts';
import { WaitingPosts } from '../topic/WaitingPosts.tsx';
import { newTopicsLane } from './NewTopicSheet.tsx';
import { takeTopicBack } from './useTopicDraft.ts';
import '../topic/topic.css';

/** Topics of a board that wait for the line; a refused one can be taken back into the draft of a new topic. */
export function WaitingTopics({ boardId }: { readonly boardId: string }) {
  const client = useQueryClient();
  const personId = useSession().person?.id ?? '';
  const lane = newTopicsLane(boardId);
  useEffect(
    () =>
      onSent((entry) => {
        if (entry.lane === lane) void client.invalidateQueries({ queryKey: [forumKey, 'topics', boardId] });
      }),
    [lane, client, boardId],
  );
  return <WaitingPosts lane={lane} onBack={({ body }) => takeTopicBack(personId, boardId, body)} />;
}
