import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { write } from '../../../../client/src/api/request.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import type { RoomEntry } from '../../schemas/lessons.ts';
import { useTexts } from '../useTexts.ts';

/** The way into a lesson's room: asks for the address and goes there. The link of the lesson stays this page's. */
export function EnterPage() {
  const { t } = useTexts();
  const { lessonId = '' } = useParams();
  const entering = useWrite(() => write<RoomEntry>('POST', `/timetable/lessons/${lessonId}/enter`), {
    onDone: ({ url }) => window.location.replace(url),
  });
  const { mutate, error, isPending } = entering;
  useEffect(() => {
    mutate(undefined);
  }, [mutate]);
  return (
    <Page title={t('enter.title')}>
      {!error && <p role="status">{t('enter.waiting')}</p>}
      <FieldErrors problem={error} />
      {error && (
        <div className="actions">
          <Button loading={isPending} onClick={() => mutate(undefined)}>
            {t('enter.again')}
          </Button>
          <Link to="/timetable">{t('nav.week')}</Link>
        </div>
      )}
    </Page>
  );
}
