import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AccountState,
  groupAccountsQuery,
  type IssuedCode,
  issueCodes,
  mailInvitations,
  type WantedCode,
} from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { Empty } from '../../kit/Empty.tsx';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { List } from '../../kit/List.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { showToast } from '../../kit/toasts.ts';
import { Waiting } from '../../kit/Waiting.tsx';
import { AccountRow } from './AccountRow.tsx';
import { CodeCards } from './CodeCards.tsx';

/** Who of a group and its families can come in; codes for those who cannot, on one sheet. */
export function GroupAccounts({ groupId }: { readonly groupId: string }) {
  const { t } = useTranslation('auth');
  const query = groupAccountsQuery(groupId);
  const { data, error, refetch } = useQuery(query);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [issued, setIssued] = useState<readonly IssuedCode[]>();
  const issuing = useWrite((people: readonly WantedCode[]) => issueCodes(people), {
    refreshes: [query.queryKey],
    onDone: ({ items }) => {
      setIssued(items);
      setChosen(new Set());
    },
  });
  const mailing = useWrite((ids: readonly string[]) => mailInvitations(ids), {
    refreshes: [query.queryKey],
    onDone: ({ sent, withoutEmail }) => {
      showToast(t('ui.mail.sent', { count: sent }));
      setChosen(new Set(data?.items.flatMap((one) => (withoutEmail.includes(one.name) ? [one.personId] : []))));
    },
  });
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.items.length === 0) return <Empty title={t('ui.accounts.nobody')}>{t('ui.accounts.nobodyWhat')}</Empty>;
  if (issued) return <CodeCards codes={issued} people={data.items} onClose={() => setIssued(undefined)} />;

  const invitable = data.items.filter(({ state, may }) => state === 'none' && may.letIn);
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen(new Set([...chosen].filter((id) => !ids.includes(id)).concat(on ? ids : [])));
  return (
    <>
      <p className="quiet">{t('ui.accounts.what')}</p>
      <FieldErrors problem={issuing.error ?? mailing.error} />
      {invitable.length > 0 && (
        <div className="actions">
          <Checkbox
            label={t('ui.accounts.all', { count: invitable.length })}
            checked={chosen.size === invitable.length}
            indeterminate={chosen.size > 0 && chosen.size < invitable.length}
            onChange={(event) =>
              choose(
                invitable.map(({ personId }) => personId),
                event.currentTarget.checked,
              )
            }
          />
          <Button
            disabled={chosen.size === 0}
            loading={issuing.isPending}
            onClick={() => issuing.mutate([...chosen].map((personId) => ({ personId, purpose: 'invitation' })))}
          >
            {chosen.size === 0 ? t('ui.accounts.makeCardsNone') : t('ui.accounts.makeCards', { count: chosen.size })}
          </Button>
          <Button
            variant="default"
            disabled={chosen.size === 0}
            loading={mailing.isPending}
            onClick={() => mailing.mutate([...chosen])}
          >
            {t('ui.mail.invite')}
          </Button>
        </div>
      )}
      <List label={t('ui.accounts.title')}>
        {data.items.map((account: AccountState) => (
          <AccountRow
            key={account.personId}
            account={account}
            refreshes={query.queryKey}
            chosen={chosen.has(account.personId)}
            {...(invitable.includes(account) ? { onChoose: (on: boolean) => choose([account.personId], on) } : {})}
            onIssue={(purpose) => issuing.mutate([{ personId: account.personId, purpose }])}
          />
        ))}
      </List>
    </>
  );
}
