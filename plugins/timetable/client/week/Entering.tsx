import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { write } from '../../../../client/src/api/request.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import type { RoomEntry } from '../../schemas/lessons.ts';
import { useTexts } from '../useTexts.ts';

/** Asks where a room is and goes there. The link that people keep stays this page's. */
export function Entering({ path }: { readonly path: string }) {
  const { t } = useTexts();
  const entering = useWrite(() => write<RoomEntry>('POST', path), {
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
