import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { newKey } from '../../../../client/src/api/newKey.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { messagesKey, scheduleMessage } from '../api/conversations.ts';
import { useTexts } from '../useTexts.ts';

interface SendLaterProps {
  readonly threadId: string;
  readonly text: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Chooses when a message goes out: a morning is kinder than a night. */
export function SendLater({ threadId, text, opened, onClose, onDone }: SendLaterProps) {
  const { t } = useTexts();
  const [at, setAt] = useState('');
  // The same when it is sent again after a lost reply.
  const [clientId] = useState(newKey);
  const keeping = useWrite(() => scheduleMessage(threadId, { clientId, text, sendAt: new Date(at).toISOString() }), {
    refreshes: [[messagesKey, 'scheduled', threadId]],
    onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (at !== '') keeping.mutate(undefined);
  };
  return (
    <Sheet title={t('later.title')} opened={opened} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="message-text">{text}</p>
        <TextInput
          type="datetime-local"
          label={t('later.when')}
          description={t('later.why')}
          required
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        {keeping.error && <ProblemView problem={keeping.error} />}
        <div className="sheet-foot">
          <Button type="submit" loading={keeping.isPending} disabled={at === ''}>
            {t('later.keep')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
