import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { List } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { reschedulesQuery } from '../api/reschedules.ts';
import { useLiveTimetable } from '../api/watching.ts';
import { byUrgency } from '../reschedule/byUrgency.ts';
import { RequestRow } from '../reschedule/RequestRow.tsx';
import { useTexts } from '../useTexts.ts';

const shown = 5;

/** Requests that wait for the teacher's consent or stand in the tutor's groups, those that lapse first on top. */
export function RequestsToDecide() {
  const { t } = useTexts();
  useLiveTimetable();
  const { data, error, isPending, refetch } = useQuery(reschedulesQuery('open'));
  if (isPending) return <Waiting rows={1} />;
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  const items = byUrgency(data?.items ?? []);
  if (items.length === 0) return null;
  return (
    <div>
      <h3>{t('request.title')}</h3>
      <List label={t('request.title')}>
        {items.slice(0, shown).map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </List>
      {items.length > shown && <Link to="/requests">{t('request.allOpen', { count: items.length })}</Link>}
    </div>
  );
}
