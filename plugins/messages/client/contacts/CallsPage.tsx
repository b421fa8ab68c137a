import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { useSettled } from '../../../../client/src/kit/useSettled.ts';
import { queueNow, subscribeToQueue } from '../../../../client/src/offline/queue.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { ReachableList } from '../../schemas.ts';
import { reachableQuery } from '../api/contacts.ts';
import { useTexts } from '../useTexts.ts';
import { callsLane, NoteCallSheet } from './NoteCallSheet.tsx';
import { useReachedAnew } from './useSentCalls.ts';

type Student = ReachableList['items'][number];

/** A call in three taps from anywhere, also without a line: the student, whether somebody was reached, save. */
export function CallsPage() {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Student>();
  const q = useSettled(text.trim());
  useReachedAnew();
  const all = useQuery(reachableQuery(''));
  const { data, error, isPending, refetch } = useQuery({
    ...reachableQuery(q),
    placeholderData: keepPreviousData,
    enabled: all.data?.isAll === false && q !== '',
  });
  // With all of them here the names are looked through on the device, where there may be no line.
  const found =
    all.data?.isAll === false && q !== '' ? data?.items : all.data?.items.filter(({ name }) => isIn(name, q));
  return (
    <Page
      title={t('calls.title')}
      above={<Link to="/messages">{t('title')}</Link>}
      waiting={all.isPending || (found === undefined && isPending)}
      problem={all.data ? null : (all.error ?? error)}
      onRetry={() => void Promise.all([all.refetch(), refetch()])}
    >
      <TextInput
        type="search"
        aria-label={t('client:people.name')}
        placeholder={t('client:people.nameHint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {found?.length === 0 && <Empty title={t('client:people.nobody')}>{t('calls.nobodyWhy')}</Empty>}
      {found && found.length > 0 && (
        <List label={t('calls.title')}>
          {found.map((student) => (
            <StudentRow key={student.id} student={student} onNote={() => setChosen(student)} />
          ))}
        </List>
      )}
      <NoteCallSheet
        studentId={chosen?.id ?? ''}
        family={chosen?.family ?? []}
        about={chosen?.name}
        opened={chosen !== undefined}
        onClose={() => setChosen(undefined)}
      />
    </Page>
  );
}

const isIn = (name: string, q: string): boolean =>
  q
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => name.toLocaleLowerCase().includes(word));

function StudentRow({ student, onNote }: { readonly student: Student; readonly onNote: () => void }) {
  const { t } = useTexts();
  const times = useTimes();
  const queue = useSyncExternalStore(subscribeToQueue, queueNow);
  const isWaiting = queue.waiting.some(({ lane }) => lane === callsLane(student.id));
  const last = student.lastContactAt
    ? t('calls.last', { time: times.date(student.lastContactAt) })
    : t('calls.neverShort');
  return (
    <Row
      title={<Link to={`/people/${student.id}/calls`}>{student.name}</Link>}
      details={isWaiting ? `${last} · ${t('mark.waiting')}` : last}
      actions={
        <Button variant="default" size="compact-md" aria-label={`${t('calls.note')}: ${student.name}`} onClick={onNote}>
          {t('calls.note')}
        </Button>
      }
    />
  );
}
