import { useQuery } from '@tanstack/react-query';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { publicationsQuery } from '../api/publications.ts';
import { useTexts } from '../useTexts.ts';
import { useCountWords } from './useCountWords.ts';

/** What was published, last first. */
export function Publications() {
  const { t } = useTexts();
  const times = useTimes();
  const countWords = useCountWords();
  const { data, error, refetch } = useQuery(publicationsQuery);
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('publication.list')}>
      <List label={t('publication.list')}>
        {data.items.map(({ id, number, effectiveOn, publishedAt, counts }) => (
          <Row
            key={id}
            to={`/workbench/publications/${id}`}
            title={t('publication.titled', { number, from: times.longDate(effectiveOn) })}
            details={
              publishedAt
                ? `${countWords(counts)} · ${t('publication.at', { when: times.dateTime(publishedAt) })}`
                : t('publication.running')
            }
          />
        ))}
      </List>
    </Section>
  );
}
