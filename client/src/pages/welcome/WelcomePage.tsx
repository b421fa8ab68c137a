import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CodeView, lookUpCode } from '../../api/account.ts';
import type { Session } from '../../api/session.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { lazily } from '../../lazily.ts';
import { Door } from '../signIn/Door.tsx';
import { AcceptForm } from './AcceptForm.tsx';
import { JoinForm } from './JoinForm.tsx';
import { ResetForm } from './ResetForm.tsx';

const SignInPage = lazily(async () => (await import('../signIn/SignInPage.tsx')).SignInPage);

interface Held {
  readonly code: string;
  readonly view: CodeView;
}

/** Where the QR code of a card leads, and whoever types its code. The code stands behind `#`: no server log has it. */
export function WelcomePage({ session }: { readonly session: Session }) {
  const { t } = useTranslation('auth');
  const [typed, setTyped] = useState('');
  const [held, setHeld] = useState<Held>();
  const [entering, setEntering] = useState(false);
  const looking = useWrite(lookUpCode, { onDone: (view, code) => setHeld({ code, view }) });
  const { mutate } = looking;
  useEffect(() => {
    const take = () => {
      const code = window.location.hash.slice(1);
      if (!code) return;
      window.history.replaceState(null, '', '/welcome');
      setTyped(code);
      setHeld(undefined);
      mutate(code);
    };
    take();
    // Another card may be scanned while this page is open.
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, [mutate]);
  const personId = session.person?.id;
  useEffect(() => {
    if (!personId || !entering) return;
    // Whoever has come in is asked whether the child is theirs too.
    setEntering(false);
    setHeld(undefined);
    mutate(typed);
  }, [personId, entering, typed, mutate]);
  if (held && entering) return personId ? <Waiting /> : <SignInPage session={session} />;
  if (held)
    return (
      <HeldCode
        held={held}
        session={session}
        onBack={() => setHeld(undefined)}
        onEnter={() => {
          setTyped(held.code);
          setEntering(true);
        }}
      />
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate(typed);
  };
  return (
    <Door title={t('ui.welcome.title')}>
      <form onSubmit={submit} className="stack" noValidate>
        <FieldErrors problem={looking.error} />
        <TextInput
          label={t('ui.welcome.code')}
          description={t('ui.welcome.where')}
          placeholder="XXXX-XXXX-XXXX"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          size="md"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={looking.isPending}>
          {t('ui.welcome.next')}
        </Button>
      </form>
      <p>
        <a href="/">{t(session.person ? 'ui.welcome.home' : 'ui.welcome.signIn')}</a>
      </p>
    </Door>
  );
}

interface HeldCodeProps {
  readonly held: Held;
  readonly session: Session;
  readonly onBack: () => void;
  readonly onEnter: () => void;
}

function HeldCode({ held, session, onBack, onEnter }: HeldCodeProps) {
  const { t } = useTranslation('auth');
  const { code, view } = held;
  const [asNew, setAsNew] = useState(!view.may.join);
  if (view.purpose === 'reset') return <ResetForm code={code} view={view} />;
  if (!asNew) return <JoinForm code={code} view={view} onNew={() => setAsNew(true)} />;
  if (session.person)
    return (
      <Door title={t('ui.welcome.otherAccount')}>
        <p>{t('ui.welcome.signedInAs', { name: `${session.person.givenName} ${session.person.familyName}` })}</p>
        <div className="actions">
          <Button variant="default" onClick={onBack}>
            {t('ui.back')}
          </Button>
          <a href="/">{t('ui.welcome.home')}</a>
        </div>
      </Door>
    );
  return <AcceptForm code={code} view={view} onEnter={onEnter} />;
}
