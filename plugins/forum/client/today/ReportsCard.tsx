import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { reportsQuery } from '../api/topics.ts';

/** Reported posts that wait for a decision. */
export function ReportsCard() {
  const { t } = useTranslation('forum', { keyPrefix: 'client.today' });
  const { data } = useQuery(reportsQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <p>
      <Link to="/forum/reports">{t('reports', { count: data.items.length })}</Link>
    </p>
  );
}
