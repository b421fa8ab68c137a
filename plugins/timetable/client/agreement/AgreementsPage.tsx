import { useQuery } from '@tanstack/react-query';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { agreementsQuery } from '../api/agreements.ts';
import { useTexts } from '../useTexts.ts';
import { AgreementRow } from './AgreementRow.tsx';

/** Drafts on which the home schools of the reader are asked. */
export function AgreementsPage() {
  const { t } = useTexts();
  const { data, error, isPending, refetch } = useQuery(agreementsQuery);
  return (
    <Page
      title={t('agreement.title')}
      summary={t('agreement.why')}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data?.items.length === 0 && <Empty title={t('agreement.none')} />}
      {data && data.items.length > 0 && (
        <List label={t('agreement.title')}>
          {data.items.map((one) => (
            <AgreementRow key={one.id} agreement={one} />
          ))}
        </List>
      )}
    </Page>
  );
}
