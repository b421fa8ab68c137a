import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { helpForMeQuery } from '../../api/help.ts';
import { List } from '../../kit/List.tsx';
import { HelpRow } from './HelpRow.tsx';
import './help.css';

const shown = 3;

/** Questions that wait for the reader's answer. Draws nothing when none do. */
export function WaitingCard() {
  const { t } = useTranslation('help');
  const { data } = useQuery(helpForMeQuery);
  const requests = data?.items ?? [];
  if (requests.length === 0) return null;
  return (
    <div className="stack">
      <h3>{t('waitForYou')}</h3>
      <List label={t('waitForYou')}>
        {requests.slice(0, shown).map((request) => (
          <HelpRow key={request.id} request={request} mine />
        ))}
      </List>
      {requests.length > shown && <Link to="/help">{t('allQuestions')}</Link>}
    </div>
  );
}
