import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stopMail } from '../../api/mail.ts';
import { useWrite } from '../../api/useWrite.ts';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Door } from '../signIn/Door.tsx';

/** Where the link of a mail leads that switches notices off: one button, no sign-in. Opening the page alone changes nothing. */
export function MailStopPage() {
  const { t } = useTranslation('mail');
  const [token] = useState(() => new URLSearchParams(window.location.search).get('token') ?? '');
  const stopping = useWrite(stopMail);
  return (
    <Door title={t('ui.stop.title')}>
      <div className="stack">
        {stopping.error && <ProblemView problem={stopping.error} />}
        {stopping.isSuccess ? (
          <p role="status">{t('ui.stop.done')}</p>
        ) : (
          <>
            <p>{t('ui.stop.what')}</p>
            <Button size="md" loading={stopping.isPending} onClick={() => stopping.mutate(token)}>
              {t('ui.stop.button')}
            </Button>
          </>
        )}
        <p>
          <a href="/">{t('ui.stop.home')}</a>
        </p>
      </div>
    </Door>
  );
}
