import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import type { ObjectionDecision, ObjectionView } from '../../schemas/agreements.ts';
import { agreementRefreshes, decideObjection } from '../api/agreements.ts';
import { useAgreementTexts } from './useAgreementTexts.ts';

/** Answers an objection, or goes on in spite of it; both with a reason. */
export function Decide({ objection }: { readonly objection: ObjectionView }) {
  const { t } = useAgreementTexts();
  const [act, setAct] = useState<ObjectionDecision['act']>();
  const [text, setText] = useState('');
  const deciding = useWrite(decideObjection, { refreshes: agreementRefreshes, onDone: () => setAct(undefined) });
  return (
    <div className="actions">
      {(['answer', 'waive'] as const).map((one) => (
        <Button key={one} variant="default" size="sm" onClick={() => setAct(one)}>
          {t(`${one}`)}
        </Button>
      ))}
      <Sheet
        title={act ? t(`${act}`) : ''}
        opened={act !== undefined}
        onClose={() => setAct(undefined)}
        foot={
          <Button
            disabled={text.trim() === ''}
            loading={deciding.isPending}
            onClick={() => act && deciding.mutate({ id: objection.id, act, text: text.trim() })}
          >
            {act ? t(`${act}`) : ''}
          </Button>
        }
      >
        <div className="stack">
          <p>{objection.reason}</p>
          <FieldErrors problem={deciding.error} />
          <Textarea
            label={t('reason')}
            autosize
            minRows={3}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
      </Sheet>
    </div>
  );
}
