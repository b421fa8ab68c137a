import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { NotesToday } from '../../schemas/notes.ts';
import { forumKey } from '../api/boards.ts';
import { confirmNote, notesTodayQuery } from '../api/notes.ts';

/** Notes to confirm in one tap, notes to post, and those that somebody has not read for days. */
export function NotesCard() {
  const { t } = useTranslation('forum', { keyPrefix: 'client.today' });
  const times = useTimes();
  const { data } = useQuery(notesTodayQuery);
  if (!data || data.toConfirm.length + data.toPost.length + data.unconfirmed.length === 0) return null;
  return (
    <div>
      <h3>{t('notes')}</h3>
      <List label={t('notes')}>
        {data.toConfirm.map((note) => (
          <ToConfirm key={note.postId} note={note} />
        ))}
        {data.toPost.map(({ group, weekOn, left, of }) => (
          <Row
            key={group.id}
            to={`/forum/groups/${group.id}/notes?week=${weekOn}`}
            title={t('toPost', { group: group.name })}
            details={t('left', { left, of })}
          />
        ))}
        {data.unconfirmed.map(({ topicId, number, student, reader, postedAt }) => (
          <Row
            key={`${topicId} ${number} ${reader.id}`}
            to={`/forum/topics/${topicId}?from=${number}`}
            title={t('unread', { reader: reader.name, student: student.name })}
            details={times.dateTime(postedAt)}
          />
        ))}
      </List>
    </div>
  );
}

function ToConfirm({ note }: { readonly note: NotesToday['toConfirm'][number] }) {
  const { t } = useTranslation('forum', { keyPrefix: 'client.today' });
  const times = useTimes();
  const confirming = useWrite(() => confirmNote(note.postId), { refreshes: [[forumKey]] });
  return (
    <Row
      to={`/forum/topics/${note.topicId}?from=${note.number}`}
      title={t('note', { name: note.student.name })}
      details={times.dateTime(note.postedAt)}
      actions={
        <Button size="compact-md" loading={confirming.isPending} onClick={() => confirming.mutate(undefined)}>
          {t('confirm')}
        </Button>
      }
      fresh
    />
  );
}
