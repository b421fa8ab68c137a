import { useQuery } from '@tanstack/react-query';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import type { AgreementBrief } from '../../schemas/agreements.ts';
import { agreementsQuery } from '../api/agreements.ts';
import { AgreementRow } from './AgreementRow.tsx';
import { OwnSchools } from './OwnSchools.tsx';
import { useAgreementTexts } from './useAgreementTexts.ts';

/** Drafts on which the home schools of the reader are asked. */
export function AgreementsPage() {
  const { t } = useAgreementTexts();
  const { data, error, isPending, refetch } = useQuery(agreementsQuery);
  return (
    <Page
      title={t('title')}
      summary={t('why')}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && <Drafts items={data.items} />}
      {data && data.schools.length > 0 && <OwnSchools schools={data.schools} />}
    </Page>
  );
}

function Drafts({ items }: { readonly items: readonly AgreementBrief[] }) {
  const { t } = useAgreementTexts();
  const open = items.filter(({ isPublished }) => !isPublished);
  const past = items.filter(({ isPublished }) => isPublished);
  return (
    <>
      {open.length === 0 && <Empty title={t('none')} />}
      {open.length > 0 && <Rows title={t('title')} items={open} />}
      {past.length > 0 && (
        <Section title={t('past')}>
          <Rows title={t('past')} items={past} />
        </Section>
      )}
    </>
  );
}

const Rows = ({ title, items }: { readonly title: string; readonly items: readonly AgreementBrief[] }) => (
  <List label={title}>
    {items.map((one) => (
      <AgreementRow key={one.id} agreement={one} />
    ))}
  </List>
);
