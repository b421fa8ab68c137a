import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { subjectsQuery } from '../../../../client/src/api/schoolLists.ts';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { normsQuery, schoolNormsListQuery, schoolNormsQuery } from '../api/norms.ts';
import { useTexts } from '../useTexts.ts';
import { NormsForm } from './NormsForm.tsx';
import { NormsShown } from './NormsShown.tsx';
import { SchoolNote } from './SchoolNote.tsx';
import { useNormTexts } from './useNormTexts.ts';

/** What timetables are to keep for the sake of health: for everybody, or for the students of one home school. */
export function NormsPage() {
  const { t } = useTexts();
  const { t: n } = useNormTexts();
  const [params, setParams] = useSearchParams();
  const schoolId = params.get('school');
  const everybody = useQuery({ ...normsQuery, enabled: schoolId === null });
  const school = useQuery({ ...schoolNormsQuery(schoolId ?? ''), enabled: schoolId !== null });
  const schools = useQuery(schoolNormsListQuery);
  const subjects = useQuery(subjectsQuery);
  const shown = schoolId === null ? everybody : school;
  const view = shown.data;
  const choose = (id: string) => setParams(id ? { school: id } : {}, { replace: true });
  return (
    <Page
      title={t('norms.title')}
      waiting={shown.isPending || subjects.isPending}
      problem={(view ? null : shown.error) ?? (subjects.data ? null : subjects.error)}
      onRetry={() => void Promise.all([shown.refetch(), subjects.refetch()])}
    >
      <p className="quiet">{t('norms.why')}</p>
      {schools.data && schools.data.items.length > 0 && (
        <NativeSelect
          className="norms-whose"
          label={n('school.for')}
          value={schoolId ?? ''}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={[
            { value: '', label: n('school.everybody') },
            ...schools.data.items.map(({ homeSchool, isOwn }) => ({
              value: homeSchool.id,
              label: n(isOwn ? 'school.own' : 'school.shared', { name: homeSchool.name }),
            })),
          ]}
        />
      )}
      {schoolId === null && view?.revision === 0 && <p className="quiet">{t('norms.usual')}</p>}
      {schoolId !== null && school.data && <SchoolNote view={school.data} />}
      {view && !view.may.change && (
        <p className="quiet">{schoolId === null ? t('norms.readOnly') : n('school.readOnly')}</p>
      )}
      {view &&
        subjects.data &&
        (view.may.change ? (
          <NormsForm
            key={`${schoolId} ${view.revision}`}
            view={view}
            schoolId={schoolId}
            subjects={subjects.data.items}
          />
        ) : (
          <NormsShown norms={view.norms} subjects={subjects.data.items} />
        ))}
    </Page>
  );
}
