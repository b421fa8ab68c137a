import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery, useSignOut } from '../../api/session.ts';
import { Door } from '../signIn/Door.tsx';
import { SetUpSecondFactor } from './SetUpSecondFactor.tsx';

/** Whose role needs a second factor sets it up before anything else. */
export function HeldBackPage() {
  const { t } = useTranslation('auth');
  const signOut = useSignOut();
  const client = useQueryClient();
  return (
    <Door title={t('ui.heldBack.title')}>
      <p>{t('ui.heldBack.why')}</p>
      <SetUpSecondFactor onDone={() => void client.invalidateQueries(sessionQuery)} />
      <Button variant="subtle" onClick={() => void signOut()}>
        {t('ui.signOut')}
      </Button>
    </Door>
  );
}
