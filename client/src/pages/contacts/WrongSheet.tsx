import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Channel, markChannel } from '../../api/contacts.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { showToast } from '../../kit/toasts.ts';

interface WrongSheetProps {
  readonly personId: string;
  readonly channel: Channel;
  readonly onClose: () => void;
}

/** Says why an address does not work, for the colleague who tries it next. */
export function WrongSheet({ personId, channel, onClose }: WrongSheetProps) {
  const { t } = useTranslation('contacts');
  const [note, setNote] = useState('');
  const refreshes = [['contacts'], ['people']];
  const mark = (isWrong: boolean) => markChannel(personId, { channel, isWrong, note: note.trim() || null });
  const undoing = useWrite(() => mark(false), { refreshes });
  const marking = useWrite(() => mark(true), {
    refreshes,
    onDone: () => {
      showToast(t('markedWrong', { address: channel.value }), () => undoing.mutate(undefined));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    marking.mutate(undefined);
  };
  return (
    <Sheet title={t('wrongNamed', { address: channel.value })} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={marking.error} />
        <TextInput
          label={t('whatHappened')}
          description={t('whatHappenedWhy')}
          maxLength={200}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className="sheet-foot">
          <Button type="submit" loading={marking.isPending}>
            {t('markWrong')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
