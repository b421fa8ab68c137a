import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Guardianship, limitGuardianship } from '../../api/guardianship.ts';
import { useWrite } from '../../api/useWrite.ts';
import { Choice } from '../../kit/Choice.tsx';
import { errorOf, FieldErrors } from '../../kit/FieldErrors.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { showToast } from '../../kit/toasts.ts';

interface LimitSheetProps {
  readonly guardianships: readonly Guardianship[];
  readonly onClose: () => void;
}

/** Writes down what a court has decided; it holds at once. */
export function LimitSheet({ guardianships, onClose }: LimitSheetProps) {
  const { t } = useTranslation('guardianship');
  const [guardianshipId, setGuardianshipId] = useState(guardianships[0]?.guardianshipId ?? '');
  const [kind, setKind] = useState<'reads-only' | 'no-contact'>('reads-only');
  const [orderText, setOrderText] = useState('');
  const [untilOn, setUntilOn] = useState('');
  const saving = useWrite(
    () => limitGuardianship(guardianshipId, { kind, orderText: orderText.trim() || null, untilOn: untilOn || null }),
    {
      refreshes: [['guardianship'], ['people']],
      onDone: () => {
        showToast(t('limited'));
        onClose();
      },
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <Sheet title={t('limit')} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={saving.error} shownElsewhere={['untilOn', 'orderText']} />
        <NativeSelect
          label={t('whom')}
          value={guardianshipId}
          onChange={(event) => setGuardianshipId(event.currentTarget.value)}
          data={guardianships.map((one) => ({ value: one.guardianshipId, label: one.name }))}
        />
        <Choice
          legend={t('what')}
          options={(['reads-only', 'no-contact'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <p className="quiet small">{t(`kindsWhy.${kind}`)}</p>
        <TextInput
          type="date"
          label={t('untilOn')}
          description={t('untilOnWhy')}
          value={untilOn}
          error={errorOf(saving.error, 'untilOn')}
          onChange={(event) => setUntilOn(event.currentTarget.value)}
        />
        <Textarea
          label={t('order')}
          description={t('orderWhy')}
          autosize
          minRows={3}
          maxLength={2000}
          value={orderText}
          error={errorOf(saving.error, 'orderText')}
          onChange={(event) => setOrderText(event.currentTarget.value)}
        />
        <div className="sheet-foot">
          <Button type="submit" disabled={!guardianshipId} loading={saving.isPending}>
            {t('write')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
