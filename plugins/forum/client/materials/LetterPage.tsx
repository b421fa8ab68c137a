import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { RichText } from '../../../../client/src/kit/rich/RichText.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { askAboutLetter, letterQuery, markLetter, materialsKey } from '../api/materials.ts';
import { useTexts } from '../useTexts.ts';

/** A letter to the reader: read, confirm, ask. */
export function LetterPage() {
  const { t } = useTexts();
  const times = useTimes();
  const { letterId = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(letterQuery(letterId));
  const isNew = data !== undefined && data.openedAt === null;
  useEffect(() => {
    if (isNew) void markLetter(letterId, 'open').catch(() => undefined);
  }, [isNew, letterId]);
  const confirming = useWrite(() => markLetter(letterId, 'confirm'), { refreshes: [materialsKey] });
  const [asking, setAsking] = useState(false);
  return (
    <Page
      title={data?.title ?? t('letter.one')}
      summary={data && [data.student?.name, times.dateTime(data.sentAt)].filter(Boolean).join(' · ')}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && (
        <div className="stack">
          <RichText blocks={data.blocks} />
          {confirming.error && <FieldErrors problem={confirming.error} />}
          <div className="actions">
            {data.confirmedAt ? (
              <StateText tone="done">{t('letter.confirmed', { when: times.dateTime(data.confirmedAt) })}</StateText>
            ) : (
              <Button loading={confirming.isPending} onClick={() => confirming.mutate(undefined)}>
                {t('note.confirm')}
              </Button>
            )}
            {!asking && (
              <Button variant="default" onClick={() => setAsking(true)}>
                {t('letter.ask')}
              </Button>
            )}
          </div>
          {asking && <AskForm letterId={letterId} onDone={() => setAsking(false)} />}
        </div>
      )}
    </Page>
  );
}

function AskForm({ letterId, onDone }: { readonly letterId: string; readonly onDone: () => void }) {
  const { t } = useTexts();
  const [question, setQuestion] = useState('');
  const sending = useWrite(() => askAboutLetter(letterId, question.trim()), {
    onDone: () => {
      showToast(t('letter.askedToast'));
      onDone();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (question.trim()) sending.mutate(undefined);
      }}
    >
      <FieldErrors problem={sending.error} />
      <Textarea
        label={t('letter.question')}
        rows={3}
        maxLength={2000}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" disabled={!question.trim()} loading={sending.isPending}>
          {t('write.send')}
        </Button>
      </div>
    </form>
  );
}
