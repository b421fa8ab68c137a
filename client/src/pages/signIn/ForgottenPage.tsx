import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askForResetCode } from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Door } from './Door.tsx';

/** A code for a new password by mail. The answer is the same whether there is such an account or not. */
export function ForgottenPage() {
  const { t } = useTranslation('auth');
  const [login, setLogin] = useState('');
  const asking = useWrite(() => askForResetCode(login));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asking.mutate(undefined);
  };
  return (
    <Door title={t('ui.forgot.title')}>
      {asking.isSuccess ? (
        <p role="status">{t('ui.forgot.sent')}</p>
      ) : (
        <form onSubmit={submit} className="stack" noValidate>
          <p>{t('ui.forgot.what')}</p>
          <FieldErrors problem={asking.error} />
          <TextInput
            label={t('client:signIn.login')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
          <Button type="submit" loading={asking.isPending}>
            {t('ui.forgot.send')}
          </Button>
        </form>
      )}
      <p>
        <a href="/welcome">{t('ui.haveCode')}</a>
      </p>
      <p>
        <a href="/">{t('ui.welcome.signIn')}</a>
      </p>
    </Door>
  );
}
