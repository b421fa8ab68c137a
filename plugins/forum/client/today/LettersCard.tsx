import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { lettersQuery } from '../api/materials.ts';

/** Letters that wait to be read. */
export function LettersCard() {
  const { t } = useTranslation('forum', { keyPrefix: 'client.today' });
  const times = useTimes();
  const { data } = useQuery(lettersQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <div>
      <h3>{t('letters')}</h3>
      <List label={t('letters')}>
        {data.items.map(({ id, title, student, sentAt, openedAt }) => (
          <Row
            key={id}
            to={`/forum/letters/${id}`}
            title={title}
            details={[student?.name, times.dateTime(sentAt)].filter(Boolean).join(' · ')}
            fresh={openedAt === null}
          />
        ))}
      </List>
    </div>
  );
}
