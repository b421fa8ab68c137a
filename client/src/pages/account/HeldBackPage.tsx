import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery, useSignOut } from '../../api/session.ts';
import { Door } from '../signIn/Door.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SetUpSecondFactor } from './SetUpSecondFactor.tsx';

/** Whose role needs a second factor sets it up, and keeps the recovery codes, before anything else. */
export function HeldBackPage({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('auth');
  const signOut = useSignOut();
  const client = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>();
  const enter = async (): Promise<void> => {
    await client.invalidateQueries(sessionQuery);
    onDone();
  };
  return (
    <Door title={t('ui.heldBack.title')}>
      <p>{t('ui.heldBack.why')}</p>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={() => void enter()} />
      ) : (
        <SetUpSecondFactor onConfirmed={setCodes} />
      )}
      <Button variant="subtle" onClick={() => void signOut()}>
        {t('ui.signOut')}
      </Button>
    </Door>
  );
}
