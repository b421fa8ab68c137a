import { Button, Checkbox } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type AccountState, revokeCode, type WantedCode } from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Row } from '../../kit/List.tsx';
import { StateText } from '../../kit/StateText.tsx';
import { showToast } from '../../kit/toasts.ts';
import { useTimes } from '../../time/useTimes.ts';
import { AccountActions } from './AccountActions.tsx';
import './accounts.css';

interface AccountRowProps {
  readonly account: AccountState;
  readonly refreshes: QueryKey;
  readonly chosen?: boolean;
  readonly onChoose?: (on: boolean) => void;
  readonly onIssue: (purpose: WantedCode['purpose']) => void;
}

/** One person: whether they can come in, which codes are open, and what may be done. */
export function AccountRow({ account, refreshes, chosen = false, onChoose, onIssue }: AccountRowProps) {
  const { t, i18n } = useTranslation('auth');
  const times = useTimes();
  const id = useId();
  const { name, kind, children, codes, may } = account;
  const revoking = useWrite(revokeCode, {
    refreshes: [refreshes],
    onDone: () => showToast(t('ui.accounts.revoked', { name })),
  });
  const who =
    kind === 'guardian'
      ? t('ui.accounts.parentOf', { names: new Intl.ListFormat(i18n.language).format(children) })
      : t(`ui.accounts.kinds.${kind}`);
  return (
    <Row
      lead={
        onChoose && (
          // The box is smaller than a finger.
          <label className="account-choose" htmlFor={id}>
            <Checkbox
              id={id}
              aria-label={t('ui.accounts.choose', { name })}
              checked={chosen}
              onChange={(event) => onChoose(event.currentTarget.checked)}
            />
          </label>
        )
      }
      title={name}
      details={
        <>
          <span>{who}</span>
          <div>
            <AccountStateText state={account.state} />
          </div>
          {codes.map((code) => (
            <div key={code.id} className="actions">
              <StateText tone="waiting">
                {t(`ui.accounts.open.${code.purpose}`, { until: times.date(code.expiresAt) })}
              </StateText>
              {may.letIn && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('ui.accounts.revokeOf', { name })}
                  loading={revoking.isPending}
                  onClick={() => revoking.mutate(code.id)}
                >
                  {t('ui.accounts.revoke')}
                </Button>
              )}
            </div>
          ))}
          <FieldErrors problem={revoking.error} />
        </>
      }
      actions={<AccountActions account={account} refreshes={refreshes} onIssue={onIssue} />}
    />
  );
}

function AccountStateText({ state }: { readonly state: AccountState['state'] }) {
  const { t } = useTranslation('auth');
  const tone = { none: 'plain', open: 'done', locked: 'stopped' } as const;
  return <StateText tone={tone[state]}>{t(`ui.accounts.states.${state}`)}</StateText>;
}
