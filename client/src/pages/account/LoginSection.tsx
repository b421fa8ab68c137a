import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLogin } from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { errorOf, FieldErrors } from '../../kit/FieldErrors.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';

export function LoginSection({ login }: { readonly login: string }) {
  const { t } = useTranslation('auth');
  const [next, setNext] = useState(login);
  const changing = useWrite(() => changeLogin(next), {
    refreshes: [['account']],
    onDone: () => showToast(t('ui.account.loginChanged')),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changing.mutate(undefined);
  };
  return (
    <Section title={t('ui.account.login')}>
      <form onSubmit={submit} className="stack" noValidate>
        <FieldErrors problem={changing.error} shownElsewhere={['login']} />
        <TextInput
          label={t('ui.account.login')}
          description={t('ui.accept.loginRule')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={next}
          error={errorOf(changing.error, 'login')}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <div className="actions">
          <Button type="submit" variant="default" loading={changing.isPending} disabled={next.trim() === login}>
            {t('ui.account.changeLogin')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
