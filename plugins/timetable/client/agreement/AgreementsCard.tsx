import { useQuery } from '@tanstack/react-query';
import { List } from '../../../../client/src/kit/List.tsx';
import { agreementsQuery } from '../api/agreements.ts';
import { AgreementRow } from './AgreementRow.tsx';
import { useAgreementTexts } from './useAgreementTexts.ts';

/** Drafts that wait for the agreement of the reader's home schools. Draws nothing when none do. */
export function AgreementsCard() {
  const { t } = useAgreementTexts();
  const { data } = useQuery(agreementsQuery);
  const waiting =
    data?.items.filter(({ state, isPublished }) => !isPublished && ['awaited', 'changed', 'late'].includes(state)) ??
    [];
  if (waiting.length === 0) return null;
  return (
    <div className="stack">
      <h3>{t('waiting')}</h3>
      <List label={t('waiting')}>
        {waiting.slice(0, 5).map((one) => (
          <AgreementRow key={one.id} agreement={one} />
        ))}
      </List>
    </div>
  );
}
