import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { PersonPicker, type Picked } from '../../../../client/src/pages/people/PersonPicker.tsx';
import { forumKey, holdCase, holdCouncil } from '../api/boards.ts';
import { useTexts } from '../useTexts.ts';

interface HoldSheetProps {
  readonly kind: 'council' | 'case';
  readonly onClose: () => void;
}

/** Begins a council of all staff, or a case conference about one student. */
export function HoldSheet({ kind, onClose }: HoldSheetProps) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [students, setStudents] = useState<readonly Picked[]>([]);
  const [student] = students;
  const holding = useWrite(
    () => (kind === 'council' ? holdCouncil(name) : holdCase({ name, studentId: student?.id ?? '', guestIds: [] })),
    { refreshes: [[forumKey]], onDone: (board) => void navigate(`/forum/boards/${board.id}`) },
  );
  const isReady = name.trim() !== '' && (kind === 'council' || student !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) holding.mutate(undefined);
  };
  return (
    <Sheet title={t(`hold.${kind}`)} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="quiet">{t(`hold.${kind}Why`)}</p>
        <FieldErrors problem={holding.error} />
        <TextInput
          label={t('hold.name')}
          maxLength={120}
          value={name}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {kind === 'case' && (
          <PersonPicker label={t('hold.student')} ofRole="student" picked={students} onPick={setStudents} />
        )}
        <Button type="submit" disabled={!isReady} loading={holding.isPending}>
          {t('hold.begin')}
        </Button>
      </form>
    </Sheet>
  );
}
