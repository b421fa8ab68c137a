import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptCode, type CodeView } from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { isLanguage } from '../../i18n/language.ts';
import { Choice } from '../../kit/Choice.tsx';
import { errorOf, FieldErrors } from '../../kit/FieldErrors.tsx';
import { Door } from '../signIn/Door.tsx';
import { comeIn } from './comeIn.ts';
import { NewPassword } from './NewPassword.tsx';

const relations = ['mother', 'father', 'grandparent', 'guardian', 'other'] as const;
type Relation = (typeof relations)[number];

interface AcceptFormProps {
  readonly code: string;
  readonly view: CodeView;
  /** A parent who has an account already comes in with it, and keeps the code in hand. */
  readonly onEnter: () => void;
}

/** An account of one's own: who it is, a login, a password. */
export function AcceptForm({ code, view, onEnter }: AcceptFormProps) {
  const { t, i18n } = useTranslation('auth');
  const isFamily = view.purpose === 'family';
  const [login, setLogin] = useState(view.suggestedLogin ?? '');
  const [password, setPassword] = useState('');
  const [givenName, setGivenName] = useState('');
  const [familyName, setFamilyName] = useState('');
  const [relation, setRelation] = useState<Relation>('mother');
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const family = isFamily ? { family: { givenName, familyName, relation, language } } : {};
  const accepting = useWrite(() => acceptCode({ code, login, password, ...family }), { onDone: comeIn });
  const field = (path: string) => errorOf(accepting.error, path);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accepting.mutate(undefined);
  };
  return (
    <Door title={isFamily ? t('ui.accept.family', { name: view.name }) : t('ui.accept.hello', { name: view.name })}>
      <p>{t(isFamily ? 'ui.accept.familyWhat' : 'ui.accept.what')}</p>
      <form onSubmit={submit} className="stack" noValidate>
        <FieldErrors
          problem={accepting.error}
          shownElsewhere={['login', 'password', 'family.givenName', 'family.familyName']}
        />
        {isFamily && (
          <>
            <TextInput
              label={t('ui.accept.givenName')}
              autoComplete="given-name"
              value={givenName}
              error={field('family.givenName')}
              onChange={(event) => setGivenName(event.currentTarget.value)}
            />
            <TextInput
              label={t('ui.accept.familyName')}
              autoComplete="family-name"
              value={familyName}
              error={field('family.familyName')}
              onChange={(event) => setFamilyName(event.currentTarget.value)}
            />
            <Choice
              legend={t('ui.accept.relation')}
              options={relations.map((value) => ({ value, label: t(`ui.relations.${value}`) }))}
              value={relation}
              onChange={setRelation}
            />
          </>
        )}
        <TextInput
          label={t('ui.accept.login')}
          description={t('ui.accept.loginRule')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={login}
          error={field('login')}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <NewPassword value={password} error={field('password')} onChange={setPassword} />
        <Button type="submit" size="md" loading={accepting.isPending}>
          {t('ui.accept.enter')}
        </Button>
      </form>
      {view.children.length > 0 && (
        <>
          <p className="quiet small">{t('ui.accept.second')}</p>
          <Button variant="default" onClick={onEnter}>
            {t('ui.accept.addToMine')}
          </Button>
        </>
      )}
    </Door>
  );
}
