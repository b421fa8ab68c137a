import { useQuery } from '@tanstack/react-query';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { publicationQuery, publicationsQuery } from '../api/publications.ts';
import { holidayOf } from '../bench/holidayOf.ts';
import { useTexts } from '../useTexts.ts';

/** How many dates of the newest timetable wait for a decision. Draws nothing when none do. */
export function ExceptionsCard() {
  const { t } = useTexts();
  const { data: published } = useQuery(publicationsQuery);
  const newest = published?.items[0]?.id ?? '';
  const { data } = useQuery({ ...publicationQuery(newest), enabled: newest !== '' });
  const open = data?.exceptions.filter((one) => one.may.decide && !holidayOf(one)) ?? [];
  if (open.length === 0) return null;
  return (
    <List label={t('exception.title')}>
      <Row
        to={`/workbench/publications/${newest}`}
        title={t('exception.wait', { count: open.length })}
        details={t('exception.why')}
      />
    </List>
  );
}
