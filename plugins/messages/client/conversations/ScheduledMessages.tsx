import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FilesShown } from '../../../../client/src/kit/attach/FilesShown.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { messagesKey, scheduledQuery, takeBackScheduled } from '../api/conversations.ts';
import { useTexts } from '../useTexts.ts';

/** One's own messages that wait for their time. */
export function ScheduledMessages({ threadId }: { readonly threadId: string }) {
  const { t } = useTexts();
  const times = useTimes();
  const { data } = useQuery(scheduledQuery(threadId));
  const taking = useWrite(takeBackScheduled, { refreshes: [[messagesKey, 'scheduled', threadId]] });
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-label={t('later.waiting')}>
      <List label={t('later.waiting')}>
        {data.items.map(({ id, text, files, sendAt, isRefused }) => (
          <Row
            key={id}
            title={text.slice(0, 120)}
            details={
              <>
                {t(isRefused ? 'later.refused' : 'later.at', { time: times.dateTime(sendAt) })}
                <FilesShown files={files} />
              </>
            }
            actions={
              <Button variant="subtle" size="compact-sm" onClick={() => taking.mutate(id)}>
                {t('later.takeBack')}
              </Button>
            }
          />
        ))}
      </List>
      {taking.error && <ProblemView problem={taking.error} />}
    </section>
  );
}
