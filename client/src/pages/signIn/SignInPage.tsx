import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, useSignIn } from '../../api/session.ts';
import { useWrite } from '../../api/useWrite.ts';
import { speak } from '../../i18n/i18n.ts';
import { isLanguage, type Language, languageNames, languages } from '../../i18n/language.ts';
import { Choice } from '../../kit/Choice.tsx';
import { errorOf, FieldErrors } from '../../kit/FieldErrors.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import './signIn.css';

/** The door. In a demonstration school it also shows who one may be. */
export function SignInPage({ session }: { readonly session: Session }) {
  const { t } = useTranslation('client');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const entering = useWrite((input: { login: string; password: string }) => signIn(input.login, input.password));
  useEffect(() => {
    document.title = `${t('signIn.title')} · Tutoria`;
  }, [t]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entering.mutate({ login, password });
  };
  return (
    <main className="door">
      <LanguageChoice />
      <div className="door-inner">
        <p className="brand door-brand">Tutoria</p>
        <h1>{t('signIn.title')}</h1>
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
        <p className="quiet small">{t('signIn.help')}</p>
        {session.mode === 'demo' && (
          <DemoAccounts onEnter={(account) => entering.mutate(account)} waiting={entering.isPending} />
        )}
      </div>
    </main>
  );
}

function LanguageChoice() {
  const { t, i18n } = useTranslation('client');
  const current = isLanguage(i18n.language) ? i18n.language : 'en';
  return (
    <div className="door-language">
      <Choice<Language>
        legend={t('settings.language')}
        legendHidden
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={current}
        onChange={(language) => void speak(language)}
      />
    </div>
  );
}
