import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { useTexts } from '../useTexts.ts';

interface SendUrgentlyProps {
  readonly text: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSend: (reason: string) => void;
}

/** Disturbs people in their quiet hours: only with a reason, which they read and which stays written down. */
export function SendUrgently({ opened, onClose, ...form }: SendUrgentlyProps) {
  const { t } = useTexts();
  return (
    <Sheet title={t('urgent.title')} opened={opened} onClose={onClose}>
      <ReasonForm {...form} />
    </Sheet>
  );
}

function ReasonForm({ text, onSend }: Pick<SendUrgentlyProps, 'text' | 'onSend'>) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const isEnough = reason.trim().length >= 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (isEnough) onSend(reason.trim());
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p className="message-text">{text}</p>
      <TextInput
        data-autofocus
        label={t('urgent.reason')}
        description={t('urgent.why')}
        required
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="sheet-foot">
        <Button type="submit" disabled={!isEnough}>
          {t('urgent.send')}
        </Button>
      </div>
    </form>
  );
}
