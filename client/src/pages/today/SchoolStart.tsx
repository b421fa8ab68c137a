import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { groupsQuery } from '../../api/groups.ts';
import { termsQuery } from '../../api/schoolLists.ts';
import { List, Row } from '../../kit/List.tsx';
import { dayOf } from '../../time/days.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';

/** The first steps of a school that has no groups or no term yet. Draws nothing once it has both. */
export function SchoolStart() {
  const { t } = useTranslation('client');
  const today = dayOf(useNow(), useTimes().zone);
  const groups = useQuery(groupsQuery).data?.items;
  const terms = useQuery(termsQuery).data?.items;
  if (!groups || !terms) return null;
  const lacksGroups = groups.length === 0;
  const lacksTerm = !terms.some(({ endsOn }) => endsOn >= today);
  const orphans = groups.filter(({ tutors }) => tutors.length === 0);
  if (!lacksGroups && !lacksTerm && orphans.length === 0) return null;
  return (
    <div>
      <h3>{t('start.title')}</h3>
      <List label={t('start.title')}>
        {lacksGroups && <Row to="/import" title={t('start.import')} details={t('start.importWhy')} />}
        {lacksTerm && <Row to="/school" title={t('start.term')} details={t('start.termWhy')} />}
        {lacksGroups && <Row to="/groups" title={t('start.group')} details={t('start.groupWhy')} />}
        {orphans.slice(0, 5).map(({ id, name }) => (
          <Row key={id} to={`/groups/${id}`} title={t('start.tutor', { group: name })} details={t('start.tutorWhy')} />
        ))}
      </List>
    </div>
  );
}
