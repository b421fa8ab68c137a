import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openRound, roundsQuery } from '../../api/contacts.ts';
import { groupsQuery } from '../../api/groups.ts';
import { useWrite } from '../../api/useWrite.ts';
import { errorOf, FieldErrors } from '../../kit/FieldErrors.tsx';
import '../../kit/picker.css';
import { Sheet } from '../../kit/Sheet.tsx';
import { showToast } from '../../kit/toasts.ts';
import { dayOf } from '../../time/days.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';

const weekMs = 7 * 86_400_000;

/** Which groups are asked, until when, with a word to the families. */
export function NewRoundSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('contacts');
  const { zone } = useTimes();
  const now = useNow();
  const groups = useAskableGroups();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [dueOn, setDueOn] = useState(() => dayOf(new Date(now.getTime() + weekMs), zone));
  const [note, setNote] = useState('');
  const chosen = groups.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const opening = useWrite(() => openRound({ groupIds: chosen, dueOn, note: note.trim() || null }), {
    refreshes: [['contacts']],
    onDone: ({ asked }) => {
      showToast(t('rounds.opened', { count: asked }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    opening.mutate(undefined);
  };
  const choose = (id: string, on: boolean) =>
    setLeft(on ? new Set([...left].filter((one) => one !== id)) : new Set([...left, id]));
  return (
    <Sheet title={t('rounds.open')} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={opening.error} shownElsewhere={['dueOn', 'note']} />
        <p className="quiet">{t('rounds.whoIsAsked')}</p>
        <TextInput
          type="date"
          label={t('rounds.dueOn')}
          required
          withAsterisk={false}
          value={dueOn}
          error={errorOf(opening.error, 'dueOn')}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
        <Textarea
          label={t('rounds.note')}
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <fieldset className="picker">
          <legend>{t('rounds.groups')}</legend>
          {groups.length === 0 && <p className="quiet">{t('rounds.noGroups')}</p>}
          <div className="picker-people">
            {groups.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={!left.has(id)}
                onChange={(event) => choose(id, event.currentTarget.checked)}
              />
            ))}
          </div>
        </fieldset>
        <div className="sheet-foot">
          <Button type="submit" disabled={chosen.length === 0 || !dueOn} loading={opening.isPending}>
            {t('rounds.ask', { count: chosen.length })}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

/** The reader's groups that no open round asks. */
function useAskableGroups() {
  const groups = useQuery(groupsQuery).data?.items ?? [];
  const rounds = useQuery(roundsQuery).data?.items ?? [];
  const asked = new Set(
    rounds.filter(({ closedAt }) => !closedAt).flatMap((round) => round.groups.map((one) => one.groupId)),
  );
  return groups.filter(({ id, students }) => students > 0 && !asked.has(id));
}
