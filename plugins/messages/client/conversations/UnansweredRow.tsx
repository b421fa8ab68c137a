import { Button } from '@mantine/core';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { Row } from '../../../../client/src/kit/List.tsx';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { ThreadBrief } from '../../schemas.ts';
import { messagesKey, settleConversation } from '../api/conversations.ts';
import { useTexts } from '../useTexts.ts';
import { titleOf } from './words.ts';

const shownLetters = 120;

/** A conversation in which somebody waits for an answer: open it, or say that none is needed. */
export function UnansweredRow({ thread, personId }: { readonly thread: ThreadBrief; readonly personId: string }) {
  const { t } = useTexts();
  const times = useTimes();
  const now = useNow();
  const title = titleOf(t, thread, personId);
  const settling = useWrite(() => settleConversation(thread.id), { refreshes: [[messagesKey, 'threads']] });
  return (
    <Row
      to={`/messages/${thread.id}`}
      fresh={thread.unread > 0}
      title={title}
      details={thread.last?.text.slice(0, shownLetters)}
      trail={thread.askedAt && times.relative(thread.askedAt, now)}
      actions={
        <Button
          variant="subtle"
          size="compact-md"
          loading={settling.isPending}
          aria-label={t('unanswered.settleNamed', { name: title })}
          onClick={() => settling.mutate(undefined)}
        >
          {t('unanswered.settle')}
        </Button>
      }
    />
  );
}
