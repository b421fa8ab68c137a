import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { ApiProblem } from '../../../../client/src/api/ApiProblem.ts';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { lazily } from '../../../../client/src/lazily.ts';
import { ErrorBoundary } from '../../../../client/src/shell/ErrorBoundary.tsx';
import type { MessageView } from '../../schemas.ts';
import { threadQuery } from '../api/conversations.ts';
import { useLive } from '../live/useLive.ts';
import { useTexts } from '../useTexts.ts';
import { Composer } from './Composer.tsx';
import { MessageLog } from './MessageLog.tsx';
import { ScheduledMessages } from './ScheduledMessages.tsx';
import { useReading } from './useReading.ts';
import { WhoReads } from './WhoReads.tsx';
import { titleOf } from './words.ts';
import './messages.css';

/** Asked when somebody has written and will wait for an answer, not before. */
const PushOffer = lazily(
  async () => (await import('../../../../client/src/pages/notices/PushOffer.tsx')).PushOffer,
  'notices',
);

/** One conversation: who reads it, what was said, and the place to write. */
export function ConversationPage() {
  const { t } = useTexts();
  const { threadId = '' } = useParams();
  const { conversation, live, waiting, personId } = useLive(threadId);
  const { data: thread, error, isPending, refetch } = useQuery(threadQuery(threadId));
  const [hasWritten, setWritten] = useState(false);
  const [replyTo, setReplyTo] = useState<MessageView>();
  useReading(threadId, live.known, thread);
  // Without a line what the device keeps is shown all the same.
  const isLost = error instanceof ApiProblem && !error.offline;
  const isMissing = !thread && (isLost || !live.known);
  return (
    <Page
      title={thread ? titleOf(t, thread, personId) : t('title')}
      above={<Link to="/messages">{t('title')}</Link>}
      waiting={isPending && !live.known}
      problem={isMissing ? error : null}
      onRetry={() => void refetch()}
    >
      <div className="messages">
        {thread && <WhoReads thread={thread} personId={personId} />}
        <MessageLog
          live={live}
          thread={thread}
          waiting={waiting}
          personId={personId}
          onReply={setReplyTo}
          onChanged={(message) => conversation?.take(message)}
          onEarlier={() => conversation?.earlier() ?? Promise.resolve()}
        />
        <ScheduledMessages threadId={threadId} />
        {hasWritten && (
          <ErrorBoundary isDispensable>
            <Suspense fallback={null}>
              <PushOffer />
            </Suspense>
          </ErrorBoundary>
        )}
        {conversation && (thread ? thread.may.write : live.known) && (
          <Composer
            key={threadId}
            threadId={threadId}
            conversation={conversation}
            typing={live.typing}
            thread={thread}
            replyTo={replyTo}
            onReplyDone={() => setReplyTo(undefined)}
            onWritten={() => setWritten(true)}
          />
        )}
        {thread && !thread.may.write && (
          <p className="quiet">{t(thread.part === 'reader' ? 'readerOnly' : 'closed')}</p>
        )}
      </div>
    </Page>
  );
}
