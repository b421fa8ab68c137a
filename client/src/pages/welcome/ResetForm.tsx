import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CodeView, resetByCode } from '../../api/account.ts';
import { useEnter } from '../../api/session.ts';
import { useWrite } from '../../api/useWrite.ts';
import { errorOf, FieldErrors } from '../../kit/FieldErrors.tsx';
import { CodeStep } from '../signIn/CodeStep.tsx';
import { Door } from '../signIn/Door.tsx';
import { comeIn } from './comeIn.ts';
import { NewPassword } from './NewPassword.tsx';

/** A new password for whoever forgot the old one. The login is told too: it is forgotten as often. */
export function ResetForm({ code, view }: { readonly code: string; readonly view: CodeView }) {
  const { t } = useTranslation('auth');
  const enter = useEnter();
  const [password, setPassword] = useState('');
  const [awaitsCode, setAwaitsCode] = useState(false);
  const resetting = useWrite(() => resetByCode({ code, password }), {
    onDone: (session) => {
      if (session.awaits) setAwaitsCode(true);
      else comeIn(enter(session));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    resetting.mutate(undefined);
  };
  if (awaitsCode) return <CodeStep onBack={() => window.location.assign('/')} />;
  return (
    <Door title={t('ui.reset.title')}>
      <p>
        {t('ui.reset.login')} <strong>{view.login}</strong>
      </p>
      <form onSubmit={submit} className="stack" noValidate>
        <FieldErrors problem={resetting.error} shownElsewhere={['password']} />
        <input type="text" autoComplete="username" value={view.login ?? ''} readOnly hidden />
        <NewPassword value={password} error={errorOf(resetting.error, 'password')} onChange={setPassword} />
        <Button type="submit" size="md" loading={resetting.isPending}>
          {t('ui.reset.save')}
        </Button>
      </form>
    </Door>
  );
}
