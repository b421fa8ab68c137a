import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { PersonPicker, type Picked } from '../../../../client/src/pages/people/PersonPicker.tsx';
import type { BoardView } from '../../schemas/boards.ts';
import { forumKey, openToStudent, setGuest } from '../api/boards.ts';
import { useTexts } from '../useTexts.ts';

/** Who else reads a progress thread or a case: staff invited by name, and the student. */
export function GuestsButton({ board }: { readonly board: BoardView }) {
  const { t } = useTexts();
  const [opened, setOpened] = useState(false);
  const refreshes = [[forumKey, 'board', board.id]];
  const inviting = useWrite(
    ({ id, isInvited }: { id: string; isInvited: boolean }) => setGuest(board.id, id, isInvited),
    { refreshes },
  );
  const letting = useWrite((isOpen: boolean) => openToStudent(board.id, isOpen), { refreshes });
  const { guests, studentReads } = board.audience;
  const pick = (picked: readonly Picked[]) => {
    const added = picked.find(({ id }) => !guests.some((guest) => guest.id === id));
    const removed = guests.find(({ id }) => !picked.some((person) => person.id === id));
    const changed = added ?? removed;
    if (changed) inviting.mutate({ id: changed.id, isInvited: changed === added });
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('guests.title')}
      </Button>
      <Sheet title={t('guests.title')} opened={opened} onClose={() => setOpened(false)}>
        <div className="stack">
          {(inviting.error ?? letting.error) && (
            <ProblemView problem={inviting.error ?? letting.error ?? new Error()} />
          )}
          {board.may.openToStudent && (
            <Switch
              label={t('guests.student', { name: board.student?.name ?? '' })}
              checked={studentReads}
              onChange={(event) => letting.mutate(event.currentTarget.checked)}
            />
          )}
          {board.may.invite && <PersonPicker label={t('guests.staff')} picked={guests} onPick={pick} several />}
        </div>
      </Sheet>
    </>
  );
}
