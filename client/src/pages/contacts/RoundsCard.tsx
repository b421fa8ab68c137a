import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roundsQuery } from '../../api/contacts.ts';
import { List, Row } from '../../kit/List.tsx';
import { useTimes } from '../../time/useTimes.ts';

/** Rounds in which somebody has still to answer. Draws nothing when there is none. */
export function RoundsCard() {
  const { t } = useTranslation('contacts');
  const times = useTimes();
  const { data } = useQuery(roundsQuery);
  const open = data?.items.filter(({ closedAt, asked, confirmed }) => !closedAt && confirmed < asked) ?? [];
  if (open.length === 0) return null;
  return (
    <List label={t('rounds.title')}>
      {open.map(({ id, dueOn, asked, confirmed }) => (
        <Row
          key={id}
          to="/contacts/rounds"
          title={t('rounds.waiting', { count: asked - confirmed })}
          details={t('rounds.share', { confirmed, asked, day: times.dayInText(dueOn) })}
        />
      ))}
    </List>
  );
}
