import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { TopicView } from '../../schemas/topics.ts';
import { boardsQuery, forumKey } from '../api/boards.ts';
import { keepTopic, moveTopic, subscribe } from '../api/topics.ts';
import { boardName } from '../boards/boardName.ts';
import { topicName } from '../boards/topicName.ts';
import { useTexts } from '../useTexts.ts';

interface TopicMenuProps {
  readonly topic: TopicView;
  readonly onChanged: (topic: TopicView) => void;
}

/** Hearing of answers, and for those who keep order: pin, close, move. */
export function TopicMenu({ topic, onChanged }: TopicMenuProps) {
  const { t } = useTexts();
  const [opened, setOpened] = useState(false);
  const [moving, setMoving] = useState(false);
  const { may, isPinned, isClosed, isSubscribed } = topic;
  const hearing = useWrite(() => subscribe(topic.id, !isSubscribed), {
    onDone: () => {
      showToast(t(isSubscribed ? 'topic.unsubscribed' : 'topic.subscribed'));
      onChanged({ ...topic, isSubscribed: !isSubscribed });
    },
  });
  const keeping = useWrite(
    (change: { isPinned?: boolean; isClosed?: boolean }) => keepTopic(topic.id, change, topic.revision),
    {
      refreshes: [[forumKey, 'topics', topic.board.id]],
      onDone: (changed) => {
        setOpened(false);
        onChanged(changed);
      },
    },
  );
  return (
    <>
      <Button variant="default" onClick={() => hearing.mutate(undefined)}>
        {t(isSubscribed ? 'topic.unsubscribe' : 'topic.subscribe')}
      </Button>
      {may.keep && (
        <button type="button" className="icon-button" aria-label={t('post.more')} onClick={() => setOpened(true)}>
          <Icon name="more" size={18} />
        </button>
      )}
      <Sheet title={topicName(topic.title, topic.board, t)} opened={opened} onClose={() => setOpened(false)}>
        <div className="stack">
          {keeping.error && <ProblemView problem={keeping.error} />}
          <Button variant="default" onClick={() => keeping.mutate({ isPinned: !isPinned })}>
            {t(isPinned ? 'topic.unpin' : 'topic.pin')}
          </Button>
          <Button variant="default" onClick={() => keeping.mutate({ isClosed: !isClosed })}>
            {t(isClosed ? 'topic.reopen' : 'topic.close')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              setOpened(false);
              setMoving(true);
            }}
          >
            {t('topic.move')}
          </Button>
        </div>
      </Sheet>
      {moving && <MoveSheet topic={topic} onChanged={onChanged} onClose={() => setMoving(false)} />}
    </>
  );
}

function MoveSheet({ topic, onChanged, onClose }: TopicMenuProps & { readonly onClose: () => void }) {
  const { t } = useTexts();
  const [to, setTo] = useState('');
  const { group } = topic.board;
  const { data } = useQuery(boardsQuery(group ? { groupId: group.id } : {}));
  const moving = useWrite(() => moveTopic(topic.id, to), {
    refreshes: [[forumKey]],
    onDone: (moved) => {
      onChanged(moved);
      onClose();
    },
  });
  const options = (data?.items ?? [])
    .filter(({ id }) => id !== topic.board.id)
    .map((board) => ({ value: board.id, label: boardName(board, t) }));
  return (
    <Sheet title={t('topic.move')} opened onClose={onClose}>
      <div className="stack">
        <p className="quiet">{t('topic.moveWhy')}</p>
        {moving.error && <ProblemView problem={moving.error} />}
        <Choice legend={t('topic.moveTo')} options={options} value={to} onChange={setTo} />
        <Button disabled={!to} loading={moving.isPending} onClick={() => moving.mutate(undefined)}>
          {t('topic.move')}
        </Button>
      </div>
    </Sheet>
  );
}
