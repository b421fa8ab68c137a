import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signInWithCode, useEnter } from '../../api/session.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Door } from './Door.tsx';

/** The second step of signing in. */
export function CodeStep({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('auth');
  const enter = useEnter();
  const [code, setCode] = useState('');
  const entering = useWrite(() => signInWithCode(code), { onDone: (session) => enter(session) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entering.mutate(undefined);
  };
  return (
    <Door title={t('ui.codeStep.title')}>
      <form onSubmit={submit} className="stack" noValidate>
        <FieldErrors problem={entering.error} />
        <TextInput
          label={t('ui.code')}
          description={t('ui.codeStep.which')}
          autoComplete="one-time-code"
          autoFocus
          size="md"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <div className="actions">
          <Button type="submit" loading={entering.isPending}>
            {t('ui.enter')}
          </Button>
          <Button variant="subtle" onClick={onBack}>
            {t('ui.back')}
          </Button>
        </div>
      </form>
    </Door>
  );
}
