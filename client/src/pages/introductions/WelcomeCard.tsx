import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { whoIsWhoQuery } from '../../api/introductions.ts';
import { useSession } from '../../api/session.ts';
import { List, Row } from '../../kit/List.tsx';

/** Leads a new student to those whom they have not met. Draws nothing for anybody else. */
export function WelcomeCard() {
  const { t } = useTranslation('introductions');
  const { person } = useSession();
  const { data } = useQuery(whoIsWhoQuery(person?.id ?? ''));
  const missing = data?.isNewcomer ? data.people.filter(({ met }) => !met) : [];
  if (missing.length === 0) return null;
  return (
    <List label={t('title')}>
      <Row
        to="/who"
        title={t('meet', { count: missing.length })}
        details={missing.map(({ name }) => name).join(', ')}
      />
    </List>
  );
}
