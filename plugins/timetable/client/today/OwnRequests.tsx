import { useQuery } from '@tanstack/react-query';
import { List } from '../../../../client/src/kit/List.tsx';
import { reschedulesQuery } from '../api/reschedules.ts';
import { byUrgency } from '../reschedule/byUrgency.ts';
import { RequestRow } from '../reschedule/RequestRow.tsx';
import { useTexts } from '../useTexts.ts';

/** Where the reader's own open requests stand. Draws nothing without any. */
export function OwnRequests() {
  const { t } = useTexts();
  const { data } = useQuery(reschedulesQuery('open'));
  const items = byUrgency(data?.items ?? []);
  if (items.length === 0) return null;
  return (
    <div>
      <h3>{t('request.own')}</h3>
      <List label={t('request.own')}>
        {items.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </List>
    </div>
  );
}
