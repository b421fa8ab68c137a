import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { newKey } from '../../../../client/src/api/newKey.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { NewScheduled, ThreadView } from '../../schemas.ts';
import { messagesKey, scheduleMessage } from '../api/conversations.ts';
import { useTexts } from '../useTexts.ts';
import { localInput, nextMorning } from './localInput.ts';

interface SendLaterProps {
  readonly threadId: string;
  readonly message: Pick<NewScheduled, 'text' | 'replyToId' | 'fileIds'>;
  readonly quiet: ThreadView['quiet'];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Chooses when a message goes out: a morning is kinder than a night. */
export function SendLater({ opened, onClose, ...form }: SendLaterProps) {
  const { t } = useTexts();
  return (
    <Sheet title={t('later.title')} opened={opened} onClose={onClose}>
      <TimeForm {...form} />
    </Sheet>
  );
}

type TimeFormProps = Omit<SendLaterProps, 'opened' | 'onClose'>;

function TimeForm({ threadId, message, quiet, onDone }: TimeFormProps) {
  const { t } = useTexts();
  const [at, setAt] = useState('');
  // The same when it is sent again after a lost reply.
  const [clientId] = useState(newKey);
  const keeping = useWrite(
    () => scheduleMessage(threadId, { ...message, clientId, sendAt: new Date(at).toISOString() }),
    { refreshes: [[messagesKey, 'scheduled', threadId]], onDone },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (at !== '') keeping.mutate(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p className="message-text">{message.text}</p>
      <Moments quiet={quiet} onPick={setAt} />
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
  );
}

/** The moments that are chosen most: when the last of those who sleep is up, and the next morning here. */
function Moments({ quiet, onPick }: Pick<TimeFormProps, 'quiet'> & { readonly onPick: (at: string) => void }) {
  const { t } = useTexts();
  const times = useTimes();
  const now = useNow();
  const last = quiet.toSorted((a, b) => a.until.localeCompare(b.until)).at(-1);
  const morning = nextMorning(now);
  return (
    <div className="actions">
      {last && (
        <Button variant="default" size="compact-md" onClick={() => onPick(localInput(new Date(last.until)))}>
          {t('later.afterQuiet', { time: times.time(last.until) })}
        </Button>
      )}
      <Button variant="default" size="compact-md" onClick={() => onPick(localInput(morning))}>
        {t('later.morning', { day: times.date(morning), time: times.time(morning) })}
      </Button>
    </div>
  );
}
