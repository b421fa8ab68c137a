import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IssuedCode, issueCodes, personAccountQuery, type WantedCode } from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { List } from '../../kit/List.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { AccountRow } from './AccountRow.tsx';
import { CodeCards } from './CodeCards.tsx';

/** The account of one person, for staff who may let them in. */
export function PersonAccount({ studentId }: { readonly studentId: string }) {
  const { t } = useTranslation('auth');
  const query = personAccountQuery(studentId);
  const { data, error, refetch } = useQuery(query);
  const [issued, setIssued] = useState<readonly IssuedCode[]>();
  const issuing = useWrite((people: readonly WantedCode[]) => issueCodes(people), {
    refreshes: [query.queryKey],
    onDone: ({ items }) => setIssued(items),
  });
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={1} />;
  if (issued) return <CodeCards codes={issued} people={data.items} onClose={() => setIssued(undefined)} />;
  return (
    <>
      <FieldErrors problem={issuing.error} />
      <List label={t('ui.accounts.title')}>
        {data.items.map((account) => (
          <AccountRow
            key={account.personId}
            account={account}
            refreshes={query.queryKey}
            onIssue={(purpose) => issuing.mutate([{ personId: account.personId, purpose }])}
          />
        ))}
      </List>
    </>
  );
}
