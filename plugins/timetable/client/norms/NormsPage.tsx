import { useQuery } from '@tanstack/react-query';
import { subjectsQuery } from '../../../../client/src/api/schoolLists.ts';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { normsQuery } from '../api/norms.ts';
import { useTexts } from '../useTexts.ts';
import { NormsForm } from './NormsForm.tsx';

/** What the school wants of every timetable for the sake of health. */
export function NormsPage() {
  const { t } = useTexts();
  const norms = useQuery(normsQuery);
  const subjects = useQuery(subjectsQuery);
  const refetch = () => void Promise.all([norms.refetch(), subjects.refetch()]);
  return (
    <Page
      title={t('norms.title')}
      waiting={norms.isPending || subjects.isPending}
      problem={(norms.data ? null : norms.error) ?? (subjects.data ? null : subjects.error)}
      onRetry={refetch}
    >
      <p className="quiet">{t('norms.why')}</p>
      {norms.data?.revision === 0 && <p className="quiet">{t('norms.usual')}</p>}
      {norms.data && !norms.data.may.change && <p className="quiet">{t('norms.readOnly')}</p>}
      {norms.data && subjects.data && (
        <NormsForm key={norms.data.revision} view={norms.data} subjects={subjects.data.items} />
      )}
    </Page>
  );
}
