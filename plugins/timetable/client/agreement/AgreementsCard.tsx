import { useQuery } from '@tanstack/react-query';
import { List } from '../../../../client/src/kit/List.tsx';
import { agreementsQuery } from '../api/agreements.ts';
import { useTexts } from '../useTexts.ts';
import { AgreementRow } from './AgreementRow.tsx';

/** Drafts that wait for the agreement of the reader's home schools. Draws nothing when none do. */
export function AgreementsCard() {
  const { t } = useTexts();
  const { data } = useQuery(agreementsQuery);
  const waiting = data?.items.filter(({ state }) => state === 'awaited' || state === 'changed') ?? [];
  if (waiting.length === 0) return null;
  return (
    <div className="stack">
      <h3>{t('agreement.waiting')}</h3>
      <List label={t('agreement.waiting')}>
        {waiting.slice(0, 5).map((one) => (
          <AgreementRow key={one.id} agreement={one} />
        ))}
      </List>
    </div>
  );
}
