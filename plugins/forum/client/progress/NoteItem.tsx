import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { RichText } from '../../../../client/src/kit/rich/RichText.tsx';
import { SavedAt } from '../../../../client/src/kit/SavedAt.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { NoteView } from '../../schemas/notes.ts';
import { forumKey } from '../api/boards.ts';
import { saveRemark } from '../api/notes.ts';
import { useTexts } from '../useTexts.ts';

interface NoteItemProps {
  readonly note: NoteView;
  /** Whether it is posted with the others. */
  readonly choice: ReactNode;
  readonly onUnsaved: (isUnsaved: boolean) => void;
}

/** One student's note: what is posted, a place to add a word, who has read it. */
export function NoteItem({ note, choice, onUnsaved }: NoteItemProps) {
  const { t } = useTexts();
  return (
    <li className="note">
      <h2>{note.student.name}</h2>
      {!note.posted && <Remark note={note} onUnsaved={onUnsaved} />}
      <div className="note-text">
        <RichText blocks={note.blocks} />
      </div>
      <Readers note={note} />
      {note.posted ? (
        <Link to={`/forum/topics/${note.posted.topicId}?from=${note.posted.number}`}>{t('note.open')}</Link>
      ) : (
        choice
      )}
    </li>
  );
}

function Readers({ note }: { readonly note: NoteView }) {
  const { t } = useTexts();
  const times = useTimes();
  if (note.readers.length === 0) return <p className="quiet">{t('note.noReaders')}</p>;
  if (!note.posted)
    return (
      <p className="quiet">{t('note.willRead', { names: note.readers.map(({ person }) => person.name).join(', ') })}</p>
    );
  return (
    <ul className="note-readers">
      {note.readers.map(({ person, confirmedAt }) => (
        <li key={person.id}>
          <StateText tone={confirmedAt ? 'done' : 'waiting'}>
            {confirmedAt
              ? t('note.hasRead', { name: person.name, when: times.dateTime(confirmedAt) })
              : t('note.notYet', { name: person.name })}
          </StateText>
        </li>
      ))}
    </ul>
  );
}

const pauseMs = 800;

/** Saved while it is typed; what is shown below follows. */
function Remark({ note, onUnsaved }: Omit<NoteItemProps, 'choice'>) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [remark, setRemark] = useState(note.remark);
  const [savedAt, setSavedAt] = useState<Date>();
  const [problem, setProblem] = useState<Error>();
  const kept = useRef({ remark: note.remark, revision: note.revision });
  const { id } = note.student;
  // biome-ignore lint/correctness/useExhaustiveDependencies: saving follows what is typed
  useEffect(() => {
    if (remark === kept.current.remark) return;
    const timer = setTimeout(async () => {
      try {
        const { revision } = await saveRemark(id, note.weekOn, remark, kept.current.revision);
        kept.current = { remark, revision };
        setSavedAt(new Date());
        setProblem(undefined);
        await client.invalidateQueries({ queryKey: [forumKey, 'notes'] });
        onUnsaved(false);
      } catch (cause) {
        setProblem(cause instanceof Error ? cause : new Error());
      }
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [remark]);
  return (
    <div>
      {problem && <ProblemView problem={problem} />}
      <Textarea
        label={t('note.remark')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        value={remark}
        onChange={(event) => {
          setRemark(event.currentTarget.value);
          onUnsaved(true);
        }}
      />
      <SavedAt state="saved" at={savedAt} />
    </div>
  );
}
