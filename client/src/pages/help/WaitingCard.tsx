import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HelpPage } from '../../../../server/help/schemas.ts';
import { helpForMeQuery, lateHelpQuery } from '../../api/help.ts';
import { useMay } from '../../api/session.ts';
import { List } from '../../kit/List.tsx';
import { HelpRow } from './HelpRow.tsx';
import './help.css';

const shown = 3;

/** Questions that wait for the reader's answer, and those that others should have answered. Draws nothing when none do. */
export function WaitingCard() {
  const { t } = useTranslation('help');
  const mine = useQuery(helpForMeQuery);
  const late = useQuery({ ...lateHelpQuery, enabled: useMay('help.manage') });
  return (
    <>
      <Requests title={t('lateOfOthers')} found={late} />
      <Requests title={t('waitForYou')} found={mine} mine />
    </>
  );
}

interface RequestsProps {
  readonly title: string;
  readonly found: UseQueryResult<HelpPage>;
  readonly mine?: true;
}

function Requests({ title, found, mine }: RequestsProps) {
  const { t } = useTranslation('help');
  const requests = found.data?.items ?? [];
  if (requests.length === 0) return null;
  return (
    <div className="stack">
      <h3>{title}</h3>
      <List label={title}>
        {requests.slice(0, shown).map((request) => (
          <HelpRow key={request.id} request={request} {...(mine ? { mine } : {})} />
        ))}
      </List>
      {requests.length > shown && <Link to="/help">{t('allQuestions')}</Link>}
    </div>
  );
}
