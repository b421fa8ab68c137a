import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { departToProvider } from '../../api/account.ts';
import { type Session, signIn, useEnter } from '../../api/session.ts';
import { useWrite } from '../../api/useWrite.ts';
import { errorOf, FieldErrors } from '../../kit/FieldErrors.tsx';
import { CodeStep } from './CodeStep.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { Door } from './Door.tsx';

/** The door. In a demonstration school it also shows who one may be. */
export function SignInPage({ session }: { readonly session: Session }) {
  const { t } = useTranslation('client');
  const enter = useEnter();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [awaitsCode, setAwaitsCode] = useState(false);
  const entering = useWrite((input: { login: string; password: string }) => signIn(input.login, input.password), {
    onDone: (found) => (found.awaits ? setAwaitsCode(true) : enter(found)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entering.mutate({ login, password });
  };
  if (awaitsCode) return <CodeStep onBack={() => setAwaitsCode(false)} />;
  return (
    <Door title={t('signIn.title')}>
      <form onSubmit={submit} className="stack" noValidate>
        <FieldErrors problem={entering.error} shownElsewhere={['login', 'password']} />
        <TextInput
          label={t('signIn.login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={login}
          error={errorOf(entering.error, 'login')}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
          value={password}
          error={errorOf(entering.error, 'password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={entering.isPending}>
          {t('signIn.enter')}
        </Button>
      </form>
      {session.provider && <AtProvider label={session.provider.label} />}
      <p>
        <a href="/forgotten">{t('auth:ui.forgot.link')}</a>
      </p>
      <p>
        <a href="/welcome">{t('auth:ui.haveCode')}</a>
      </p>
      <p className="quiet small">{t('signIn.help')}</p>
      {session.mode === 'demo' && (
        <DemoAccounts onEnter={(account) => entering.mutate(account)} waiting={entering.isPending} />
      )}
    </Door>
  );
}

/** The school's own accounts, where there are some. */
function AtProvider({ label }: { readonly label: string }) {
  const { t } = useTranslation('auth');
  const leaving = useWrite(() => departToProvider('sign-in'));
  return (
    <>
      <FieldErrors problem={leaving.error} />
      <Button variant="default" size="md" loading={leaving.isPending} onClick={() => leaving.mutate(undefined)}>
        {t('ui.provider.enter', { label })}
      </Button>
    </>
  );
}
