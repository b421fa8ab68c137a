import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { askedOfMeQuery } from '../../api/contacts.ts';
import { useSession } from '../../api/session.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Page } from '../../kit/Page.tsx';
import { useTimes } from '../../time/useTimes.ts';
import { ConfirmList } from './ConfirmList.tsx';
import './contacts.css';

/** Where a notice leads: what the reader is asked to confirm. */
export function ConfirmPage() {
  const { t } = useTranslation('contacts');
  const times = useTimes();
  const { person } = useSession();
  const { data, error, refetch } = useQuery(askedOfMeQuery);
  return (
    <Page
      title={t('confirm.title')}
      summary={data?.dueOn ? t('confirm.until', { day: times.dayInText(data.dueOn) }) : ''}
      waiting={!data}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data?.note && <p>{data.note}</p>}
      {data && data.people.length > 0 && <ConfirmList asked={data} />}
      {data?.people.length === 0 && (
        <Empty
          title={t('confirm.none')}
          action={person && <Link to={`/people/${person.id}`}>{t('confirm.ownContacts')}</Link>}
        >
          {t('confirm.noneWhat')}
        </Empty>
      )}
    </Page>
  );
}
