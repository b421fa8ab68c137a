import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { newKey } from '../../../../client/src/api/newKey.ts';
import { useSession } from '../../../../client/src/api/session.ts';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { useKeyboardRoom } from '../../../../client/src/kit/useKeyboardRoom.ts';
import { deviceOf } from '../../../../client/src/offline/device.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import type { NewCall } from '../../schemas.ts';
import { useTexts } from '../useTexts.ts';

export const callsLane = (studentId: string): string => `calls ${studentId}`;

const ways = ['phone', 'video', 'visit', 'other'] as const;

interface NoteCallSheetProps {
  readonly studentId: string;
  readonly family: readonly { readonly id: string; readonly name: string }[];
  /** Named where the page is not of one student. */
  readonly about?: string | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A call in three taps: open, reached or not, save. The first of the family and the phone are chosen already. */
export function NoteCallSheet(props: NoteCallSheetProps) {
  const { t } = useTexts();
  return (
    <Sheet
      title={props.about ? `${t('calls.note')}: ${props.about}` : t('calls.note')}
      opened={props.opened}
      onClose={props.onClose}
    >
      <NoteCallForm {...props} />
    </Sheet>
  );
}

function NoteCallForm({ studentId, family, onClose }: NoteCallSheetProps) {
  const { t } = useTexts();
  const personId = useSession().person?.id ?? '';
  const now = useNow();
  useKeyboardRoom();
  const [withId, setWithId] = useState(family[0]?.id ?? '');
  const [how, setHow] = useState<NewCall['how']>('phone');
  const [outcome, setOutcome] = useState<'reached' | 'attempt'>('reached');
  const [agreed, setAgreed] = useState('');
  const [nextStep, setNextStep] = useState('');
  const [nextOn, setNextOn] = useState('');
  const [failure, setFailure] = useState(false);
  const save = async () => {
    const clientId = newKey();
    const body = {
      clientId,
      how,
      isContact: outcome === 'reached',
      agreed: agreed.trim(),
      nextStep: nextStep.trim(),
      happenedAt: now.toISOString(),
      ...(withId ? { withId } : {}),
      ...(nextOn ? { nextOn } : {}),
    };
    const { outbox } = await deviceOf(personId);
    const path = `/messages/students/${studentId}/calls`;
    const page = `/people/${studentId}/calls`;
    await outbox.put({ id: clientId, lane: callsLane(studentId), path, body, label: 'calls', page });
    showToast(t('calls.noted'));
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save().catch(() => setFailure(true));
  };
  return (
    <form className="stack" onSubmit={submit}>
      {failure && <p role="alert">{t('notKept')}</p>}
      <Choice<'reached' | 'attempt'>
        legend={t('calls.outcome')}
        options={[
          { value: 'reached', label: t('calls.reached') },
          { value: 'attempt', label: t('calls.attempt') },
        ]}
        value={outcome}
        onChange={setOutcome}
      />
      <Choice<string>
        legend={t('calls.with')}
        options={[
          ...family.map(({ id, name }) => ({ value: id, label: name })),
          { value: '', label: t('calls.somebody') },
        ]}
        value={withId}
        onChange={setWithId}
      />
      <Choice<NewCall['how']>
        legend={t('calls.how')}
        options={ways.map((value) => ({ value, label: t(`calls.way.${value}`) }))}
        value={how}
        onChange={setHow}
      />
      <Textarea
        label={t('calls.agreed')}
        autosize
        maxRows={6}
        maxLength={2000}
        value={agreed}
        onChange={(event) => setAgreed(event.currentTarget.value)}
      />
      <TextInput
        label={t('calls.next')}
        maxLength={2000}
        value={nextStep}
        onChange={(event) => setNextStep(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('calls.nextOn')}
        value={nextOn}
        onChange={(event) => setNextOn(event.currentTarget.value)}
      />
      <p className="quiet small">{t('calls.who')}</p>
      <div className="sheet-foot">
        <Button type="submit">{t('calls.save')}</Button>
      </div>
    </form>
  );
}
