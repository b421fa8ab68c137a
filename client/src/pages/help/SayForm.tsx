import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpState, HelpView } from '../../../../server/help/schemas.ts';
import { answerHelp, helpRefreshes, setHelpState } from '../../api/help.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { showToast } from '../../kit/toasts.ts';

/** An answer, or what the asker adds; and closing or opening again. */
export function SayForm({ request }: { readonly request: HelpView }) {
  const { t } = useTranslation('help');
  const { id, may } = request;
  const [text, setText] = useState('');
  const saying = useWrite(answerHelp, {
    refreshes: helpRefreshes,
    onDone: () => {
      setText('');
      showToast(t('sent'));
    },
  });
  const changing = useWrite(setHelpState, { refreshes: helpRefreshes });
  const change = (state: HelpState['state']) => changing.mutate({ id, state });
  const saysSomething = may.answer || may.add;
  return (
    <form
      className="stack help-form"
      onSubmit={(event) => {
        event.preventDefault();
        saying.mutate({ id, text: text.trim() });
      }}
    >
      <FieldErrors problem={saying.error ?? changing.error} />
      {saysSomething && (
        <Textarea
          label={may.answer ? t('answer') : t('add')}
          autosize
          minRows={3}
          maxRows={16}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className="actions">
        {saysSomething && (
          <Button type="submit" loading={saying.isPending} disabled={text.trim() === ''}>
            {may.answer ? t('sendAnswer') : t('send')}
          </Button>
        )}
        {may.close && (
          <Button variant="default" loading={changing.isPending} onClick={() => change('closed')}>
            {t('close')}
          </Button>
        )}
        {may.reopen && (
          <Button variant="default" loading={changing.isPending} onClick={() => change('reopened')}>
            {t('reopen')}
          </Button>
        )}
      </div>
    </form>
  );
}
