import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { NoteList, NoteView } from '../../schemas/notes.ts';
import { forumKey } from '../api/boards.ts';
import { notesQuery, postNotes } from '../api/notes.ts';
import { useTexts } from '../useTexts.ts';
import { NoteItem } from './NoteItem.tsx';
import { weekBefore } from './weekBefore.ts';
import './notes.css';

/** The weekly notes of a group: read each, add a word, post them all at once. What is shown is what is posted. */
export function NotesPage() {
  const { t } = useTexts();
  const times = useTimes();
  const { groupId = '' } = useParams();
  const [search] = useSearchParams();
  const { data, error, isPending, refetch } = useQuery(notesQuery(groupId, search.get('week') ?? ''));
  return (
    <Page
      title={t('note.title')}
      summary={data && `${data.group.name} · ${times.days(data.weekOn, data.untilOn)}`}
      above={<Link to={`/groups/${groupId}/forum`}>{data?.group.name ?? t('title')}</Link>}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && (
        <>
          <nav className="actions" aria-label={t('note.weeks')}>
            <Button component={Link} to={`?week=${weekBefore(data.weekOn)}`} variant="default">
              {t('note.before')}
            </Button>
            {search.has('week') && (
              <Button component={Link} to="?" variant="default">
                {t('note.current')}
              </Button>
            )}
          </nav>
          <Notes key={data.weekOn} notes={data} />
        </>
      )}
    </Page>
  );
}

function Notes({ notes }: { readonly notes: NoteList }) {
  const { t } = useTexts();
  const { items, weekOn } = notes;
  const open = items.filter(({ posted }) => !posted);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [unsaved, setUnsaved] = useState<ReadonlySet<string>>(new Set());
  const chosen = open.filter(({ student }) => !left.has(student.id));
  const posting = useWrite(
    () =>
      postNotes({
        weekOn,
        notes: chosen.map(({ student, fingerprint }) => ({ studentId: student.id, fingerprint })),
      }),
    { refreshes: [[forumKey]], onDone: ({ posted }) => showToast(t('note.postedToast', { count: posted })) },
  );
  const toggle = (set: typeof setLeft, id: string, isIn: boolean) =>
    set((all) => new Set(isIn ? [...all, id] : [...all].filter((one) => one !== id)));
  if (items.length === 0) return <Empty title={t('note.nobody')} />;
  return (
    <>
      <p>{open.length > 0 ? t('note.how') : t('note.allPosted')}</p>
      <ul className="notes">
        {items.map((note: NoteView) => (
          <NoteItem
            key={note.student.id}
            note={note}
            onUnsaved={(is) => toggle(setUnsaved, note.student.id, is)}
            choice={
              note.posted ? null : (
                <Checkbox
                  label={t('note.include', { name: note.student.name })}
                  checked={!left.has(note.student.id)}
                  onChange={(event) => toggle(setLeft, note.student.id, !event.currentTarget.checked)}
                />
              )
            }
          />
        ))}
      </ul>
      {posting.error && <ProblemView problem={posting.error} />}
      {open.length > 0 && (
        <div className="notes-foot no-print">
          <Button
            disabled={chosen.length === 0 || unsaved.size > 0}
            loading={posting.isPending}
            onClick={() => posting.mutate(undefined)}
          >
            {t('note.post', { count: chosen.length })}
          </Button>
        </div>
      )}
    </>
  );
}
