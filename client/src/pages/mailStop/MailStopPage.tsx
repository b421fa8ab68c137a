import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areasOfStop, stopMail } from '../../api/notices.ts';
import { useWrite } from '../../api/useWrite.ts';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Door } from '../signIn/Door.tsx';

/** Where the link of a mail leads that switches notices off: one button, no sign-in. Opening the page alone changes nothing. */
export function MailStopPage() {
  const { t } = useTranslation('notify');
  const [token] = useState(() => new URLSearchParams(window.location.search).get('token') ?? '');
  const stopping = useWrite(stopMail);
  const areas = areasOfStop(token)
    .map((area) => t(`areas.${area}`))
    .join(', ');
  return (
    <Door title={t('stopPage.title')}>
      <div className="stack">
        {stopping.error && <ProblemView problem={stopping.error} />}
        {stopping.isSuccess ? (
          <p role="status">{t('stopPage.done', { areas })}</p>
        ) : (
          <>
            <p>{t('stopPage.what', { areas })}</p>
            <Button size="md" loading={stopping.isPending} onClick={() => stopping.mutate(token)}>
              {t('stopPage.button')}
            </Button>
          </>
        )}
        <p>
          <a href="/">{t('stopPage.home')}</a>
        </p>
      </div>
    </Door>
  );
}
