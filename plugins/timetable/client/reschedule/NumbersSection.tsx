import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Fact, Facts } from '../../../../client/src/kit/Facts.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { requestNumbersQuery } from '../api/policies.ts';
import { useTexts } from '../useTexts.ts';

/** How requests went lately in the reader's groups. Draws nothing before the first. */
export function NumbersSection() {
  const { t } = useTexts();
  const { data } = useQuery(requestNumbersQuery);
  if (!data || data.requests === 0) return null;
  const { requests, solved, byReason, answerHours, often } = data;
  return (
    <Section title={t('numbers.title')}>
      <Facts>
        <Fact label={t('numbers.requests')}>{requests}</Fact>
        <Fact label={t('numbers.solved')}>{t('numbers.solvedOf', { solved, requests })}</Fact>
        {answerHours && <Fact label={t('numbers.answer')}>{t('numbers.answerIs', answerHours)}</Fact>}
        <Fact label={t('numbers.reasons')}>
          {byReason.map(({ reason, requests: count }) => `${t(`reason.${reason}`)}: ${count}`).join(', ')}
        </Fact>
        {often.length > 0 && (
          <Fact label={t('numbers.often')}>
            {often.map(({ person, requests: count }) => (
              <div key={person.id}>
                <Link to={`/people/${person.id}`}>{person.name}</Link>: {count}
              </div>
            ))}
            <p className="quiet small">{t('numbers.oftenWhy')}</p>
          </Fact>
        )}
      </Facts>
    </Section>
  );
}
