import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readinessQuery } from '../../api/groups.ts';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Section } from '../../kit/Section.tsx';
import { StateText } from '../../kit/StateText.tsx';
import './groups.css';

/** What keeps the group from having a timetable. Draws nothing when nothing does. */
export function GroupReadiness({ groupId }: { readonly groupId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(readinessQuery(groupId));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  const sorted = data.items.toSorted((a, b) => Number(b.blocks) - Number(a.blocks));
  return (
    <Section title={t(data.isReady ? 'client:groups.ready' : 'client:groups.notReady')}>
      <ul className="readiness">
        {sorted.map((item) => (
          <li key={`${item.source} ${item.code} ${JSON.stringify(item.params)}`}>
            <span>{t(`readiness.${item.code}`, { ns: item.source, ...item.params })}</span>
            {item.blocks && <StateText tone="stopped">{t('client:groups.blocks')}</StateText>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
