import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { beginSheet, sheetAddress, useDrawing } from '../../api/sheets.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { ProgressPanel } from '../../kit/ProgressPanel.tsx';

interface SheetOfCardsProps {
  readonly codeIds: readonly string[];
  readonly heading: string;
}

/** The cards as one PDF: asked for, drawn by the server, kept by the browser as soon as it is ready. */
export function SheetOfCards({ codeIds, heading }: SheetOfCardsProps) {
  const { t } = useTranslation('auth');
  const asking = useWrite(() => beginSheet({ codeIds: [...codeIds], heading }));
  const sheet = asking.data;
  const job = useDrawing(sheet).data;
  const link = useRef<HTMLAnchorElement>(null);
  const isReady = job?.state === 'done';
  useEffect(() => {
    if (isReady) link.current?.click();
  }, [isReady]);
  const isFailed = job?.state === 'failed' || job?.state === 'cancelled';
  return (
    <>
      <FieldErrors problem={asking.error} />
      {(!sheet || isFailed) && (
        <Button variant="default" loading={asking.isPending} onClick={() => asking.mutate(undefined)}>
          {t('ui.mail.pdf')}
        </Button>
      )}
      {isFailed && <p role="alert">{t('ui.mail.notDrawn')}</p>}
      {sheet && !isReady && !isFailed && (
        <ProgressPanel
          title={t('ui.mail.drawing')}
          state={t('ui.mail.drawn', { done: job?.progress?.done ?? 0, count: sheet.cards })}
          done={job?.progress?.done ?? 0}
          total={sheet.cards}
        />
      )}
      {sheet && isReady && (
        <p role="status">
          <a ref={link} href={sheetAddress(sheet)} download={`${heading}.pdf`}>
            {t('ui.mail.keep', { heading })}
          </a>{' '}
          <span className="quiet">{t('ui.mail.keptADay')}</span>
        </p>
      )}
    </>
  );
}
