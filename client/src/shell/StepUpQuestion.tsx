import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { verify } from '../api/account.ts';
import { answerProof } from '../api/stepUp.ts';
import { useWrite } from '../api/useWrite.ts';
import { FieldErrors } from '../kit/FieldErrors.tsx';
import { Sheet } from '../kit/Sheet.tsx';

/** Asks for the password, or for a code instead. */
export function StepUpQuestion() {
  const { t } = useTranslation('auth');
  const [byCode, setByCode] = useState(false);
  const [typed, setTyped] = useState('');
  const proving = useWrite(() => verify(byCode ? { code: typed } : { password: typed }), {
    onDone: () => answerProof(true),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    proving.mutate(undefined);
  };
  return (
    <Sheet title={t('ui.stepUp.title')} opened onClose={() => answerProof(false)}>
      <form onSubmit={submit} className="stack" noValidate>
        <p>{t('ui.stepUp.why')}</p>
        <FieldErrors problem={proving.error} />
        {byCode ? (
          <TextInput
            key="code"
            label={t('ui.code')}
            inputMode="text"
            autoComplete="one-time-code"
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        ) : (
          <PasswordInput
            key="password"
            label={t('ui.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('ui.show'), tabIndex: 0 }}
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <div className="actions">
          <Button type="submit" loading={proving.isPending}>
            {t('ui.stepUp.confirm')}
          </Button>
          <Button
            variant="subtle"
            onClick={() => {
              setByCode(!byCode);
              setTyped('');
            }}
          >
            {t(byCode ? 'ui.stepUp.byPassword' : 'ui.stepUp.byCode')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
