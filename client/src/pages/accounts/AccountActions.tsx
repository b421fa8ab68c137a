import { Button } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type AccountState, lockAccount, takeSecondFactor, type WantedCode } from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { showToast } from '../../kit/toasts.ts';

interface AccountActionsProps {
  readonly account: AccountState;
  readonly refreshes: QueryKey;
  readonly onIssue: (purpose: WantedCode['purpose']) => void;
}

/** What may be done with somebody's account; every button names the person for those who do not see the row. */
export function AccountActions({ account, refreshes, onIssue }: AccountActionsProps) {
  const { t } = useTranslation('auth');
  const { personId, name, kind, state, may, hasSecondFactor } = account;
  const handling = { refreshes: [refreshes], onDone: () => showToast(t('ui.accounts.done', { name })) };
  const locking = useWrite((isLocked: boolean) => lockAccount(personId, isLocked), handling);
  const taking = useWrite(() => takeSecondFactor(personId), handling);
  const button = (key: string, onClick: () => void) => (
    <Button variant="default" size="sm" aria-label={`${t(`ui.accounts.${key}`)}: ${name}`} onClick={onClick}>
      {t(`ui.accounts.${key}`)}
    </Button>
  );
  return (
    <>
      <FieldErrors problem={locking.error ?? taking.error} />
      {may.letIn && state === 'none' && button('invite', () => onIssue('invitation'))}
      {may.letIn && state === 'open' && button('resetCode', () => onIssue('reset'))}
      {may.letIn && kind === 'student' && button('familyCode', () => onIssue('family'))}
      {may.lock && state === 'open' && button('lock', () => locking.mutate(true))}
      {may.lock && state === 'locked' && button('unlock', () => locking.mutate(false))}
      {may.lock && hasSecondFactor && button('takeFactor', () => taking.mutate(undefined))}
    </>
  );
}
