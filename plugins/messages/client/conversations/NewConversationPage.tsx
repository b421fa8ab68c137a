import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { openConversation } from '../api/conversations.ts';
import { useTexts } from '../useTexts.ts';
import { type Recipient, RecipientPicker } from './RecipientPicker.tsx';
import './messages.css';

/** Chooses with whom; what comes next shows who will read it before anything is sent. */
export function NewConversationPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [picked, setPicked] = useState<readonly Recipient[]>([]);
  const opening = useWrite(() => openConversation(picked.map(({ id }) => id)), {
    refreshes: [],
    onDone: ({ id }) => void navigate(`/messages/${id}`, { replace: true }),
  });
  return (
    <Page title={t('new.title')} above={<Link to="/messages">{t('title')}</Link>}>
      <div className="stack">
        <p className="quiet">{t('new.why')}</p>
        <RecipientPicker picked={picked} onPick={setPicked} />
        {opening.error && <ProblemView problem={opening.error} />}
        <div className="messages-go">
          <Button disabled={picked.length === 0} loading={opening.isPending} onClick={() => opening.mutate(undefined)}>
            {t('new.go')}
          </Button>
        </div>
      </div>
    </Page>
  );
}
