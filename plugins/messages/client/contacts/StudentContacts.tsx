import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { queueNow, subscribeToQueue } from '../../../../client/src/offline/queue.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { contactsQuery } from '../api/contacts.ts';
import { openAbout } from '../api/conversations.ts';
import { useTexts } from '../useTexts.ts';
import { CallRow, WaitingCallRow } from './CallRow.tsx';
import { callsLane, NoteCallSheet } from './NoteCallSheet.tsx';
import { useSentCalls } from './useSentCalls.ts';

/** How this family is reached: calls and visits, when somebody was last reached, and the way to write to them. */
export function StudentContacts({ studentId }: { readonly studentId: string }) {
  const { t } = useTexts();
  const times = useTimes();
  const navigate = useNavigate();
  const [isNoting, setNoting] = useState(false);
  const { data, error, isPending, refetch } = useQuery(contactsQuery(studentId));
  const queue = useSyncExternalStore(subscribeToQueue, queueNow);
  useSentCalls(studentId);
  const opening = useWrite((kind: 'family' | 'staff') => openAbout(studentId, kind), {
    refreshes: [],
    onDone: ({ id }) => void navigate(`/messages/${id}`),
  });
  const waiting = queue.waiting.filter(({ lane }) => lane === callsLane(studentId));
  if (isPending && waiting.length === 0) return <Waiting rows={3} />;
  if (!data && error && waiting.length === 0) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  const items = data?.items ?? [];
  return (
    <Section
      title={t('calls.title')}
      actions={
        <>
          {data?.may.note && <Button onClick={() => setNoting(true)}>{t('calls.note')}</Button>}
          <Button variant="default" onClick={() => opening.mutate('family')}>
            {t('calls.writeFamily')}
          </Button>
          <Button variant="default" onClick={() => opening.mutate('staff')}>
            {t('calls.writeStaff')}
          </Button>
        </>
      }
    >
      {opening.error && <ProblemView problem={opening.error} />}
      {data && (
        <p>{data.lastContactAt ? t('calls.last', { time: times.dateTime(data.lastContactAt) }) : t('calls.never')}</p>
      )}
      {items.length + waiting.length === 0 && data && <Empty title={t('calls.none')}>{t('calls.noneWhy')}</Empty>}
      {items.length + waiting.length > 0 && (
        <List label={t('calls.title')}>
          {waiting.map((entry) => (
            <WaitingCallRow key={entry.id} entry={entry} />
          ))}
          {items.map((call) => (
            <CallRow key={call.id} call={call} />
          ))}
        </List>
      )}
      <NoteCallSheet
        studentId={studentId}
        family={data?.family ?? []}
        opened={isNoting}
        onClose={() => setNoting(false)}
      />
    </Section>
  );
}
