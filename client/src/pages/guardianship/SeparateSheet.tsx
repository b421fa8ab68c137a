import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Guardianship, separate } from '../../api/guardianship.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { showToast } from '../../kit/toasts.ts';

interface SeparateSheetProps {
  readonly guardianships: readonly Guardianship[];
  readonly onClose: () => void;
}

/** Marks two guardians who must not find each other's contacts. */
export function SeparateSheet({ guardianships, onClose }: SeparateSheetProps) {
  const { t } = useTranslation('guardianship');
  const [one, setOne] = useState(guardianships[0]?.guardianId ?? '');
  const [other, setOther] = useState(guardianships[1]?.guardianId ?? '');
  const [note, setNote] = useState('');
  const saving = useWrite(() => separate({ guardianId: one, otherGuardianId: other, note: note.trim() || null }), {
    refreshes: [['guardianship'], ['people'], ['contacts']],
    onDone: () => {
      showToast(t('separated'));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(undefined);
  };
  const data = guardianships.map(({ guardianId, name }) => ({ value: guardianId, label: name }));
  return (
    <Sheet title={t('separate')} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={saving.error} />
        <p className="quiet">{t('apartWhat')}</p>
        <NativeSelect
          label={t('firstOfPair')}
          data={data}
          value={one}
          onChange={(event) => setOne(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('secondOfPair')}
          data={data}
          value={other}
          onChange={(event) => setOther(event.currentTarget.value)}
        />
        <TextInput
          label={t('note')}
          description={t('noteWhy')}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className="sheet-foot">
          <Button type="submit" disabled={!one || !other || one === other} loading={saving.isPending}>
            {t('write')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
