import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword } from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { errorOf, FieldErrors } from '../../kit/FieldErrors.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { NewPassword } from '../welcome/NewPassword.tsx';

export function PasswordSection({ login }: { readonly login: string }) {
  const { t } = useTranslation('auth');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const changing = useWrite(() => changePassword({ current, next }), {
    refreshes: [['account']],
    onDone: () => {
      setCurrent('');
      setNext('');
      showToast(t('ui.account.passwordChanged'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changing.mutate(undefined);
  };
  return (
    <Section title={t('ui.password')}>
      <p className="quiet">{t('ui.account.passwordEnds')}</p>
      <form onSubmit={submit} className="stack" noValidate>
        <FieldErrors problem={changing.error} shownElsewhere={['current', 'next']} />
        <input type="text" autoComplete="username" value={login} readOnly hidden />
        <PasswordInput
          label={t('ui.account.currentPassword')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('ui.show'), tabIndex: 0 }}
          value={current}
          error={errorOf(changing.error, 'current')}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPassword value={next} error={errorOf(changing.error, 'next')} onChange={setNext} />
        <div className="actions">
          <Button type="submit" variant="default" loading={changing.isPending}>
            {t('ui.account.changePassword')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
