import { Button } from '@mantine/core';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { SchoolNormsView } from '../../schemas/healthNorms.ts';
import { useDropSchoolNorms } from '../api/norms.ts';
import { useNormTexts } from './useNormTexts.ts';

/** Whether a home school has norms of its own, and the way back to those of everybody. */
export function SchoolNote({ view: { homeSchool, isOwn, revision, may } }: { readonly view: SchoolNormsView }) {
  const { t } = useNormTexts();
  const dropping = useDropSchoolNorms(homeSchool.id, revision, () => showToast(t('school.backDone')));
  if (!isOwn) return <p className="quiet">{t(may.change ? 'school.isShared' : 'school.isSharedReader')}</p>;
  return (
    <>
      <p className="quiet">{t('school.isOwn')}</p>
      {may.change && (
        <div>
          <Button variant="default" loading={dropping.isPending} onClick={() => dropping.mutate(undefined)}>
            {t('school.back')}
          </Button>
        </div>
      )}
      <FieldErrors problem={dropping.error} />
    </>
  );
}
