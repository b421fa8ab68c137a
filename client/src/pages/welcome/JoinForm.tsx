import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CodeView, joinByCode } from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Door } from '../signIn/Door.tsx';

interface JoinFormProps {
  readonly code: string;
  readonly view: CodeView;
  readonly onNew: () => void;
}

/** A second child for the account of a parent who is signed in. */
export function JoinForm({ code, view, onNew }: JoinFormProps) {
  const { t, i18n } = useTranslation('auth');
  const joining = useWrite(() => joinByCode({ code }));
  const names = new Intl.ListFormat(i18n.language).format(view.children);
  if (joining.data) {
    const joined = new Intl.ListFormat(i18n.language).format(joining.data.children.map(({ name }) => name));
    return (
      <Door title={t('ui.join.done')}>
        <p role="status">{t('ui.join.added', { names: joined })}</p>
        <Button size="md" onClick={() => window.location.assign('/')}>
          {t('ui.welcome.home')}
        </Button>
      </Door>
    );
  }
  return (
    <Door title={t('ui.join.title', { names })}>
      <p>{t('ui.join.what', { names })}</p>
      {view.purpose === 'invitation' && <p>{t('ui.join.isThatYou', { name: view.name })}</p>}
      <FieldErrors problem={joining.error} />
      <Button size="md" loading={joining.isPending} onClick={() => joining.mutate(undefined)}>
        {t('ui.join.add')}
      </Button>
      <Button variant="subtle" onClick={onNew}>
        {t('ui.join.other')}
      </Button>
    </Door>
  );
}
