import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { homeSchoolsQuery } from '../../api/schoolLists.ts';
import { Page } from '../../kit/Page.tsx';
import { ClassHours } from './ClassHours.tsx';

/** A home school says of a whole class at once when it keeps it busy. */
export function ClassHoursPage() {
  const { t } = useTranslation('import');
  const { homeSchoolId = '' } = useParams();
  const { data: schools } = useQuery(homeSchoolsQuery);
  return (
    <Page
      title={t('hours.class.title')}
      summary={schools?.items.find(({ id }) => id === homeSchoolId)?.name}
      above={<Link to={`/home-schools/${homeSchoolId}/hours`}>{t('hours.title')}</Link>}
    >
      <ClassHours homeSchoolId={homeSchoolId} />
    </Page>
  );
}
