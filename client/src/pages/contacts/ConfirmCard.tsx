import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { askedOfMeQuery } from '../../api/contacts.ts';
import { useTimes } from '../../time/useTimes.ts';
import { ConfirmList } from './ConfirmList.tsx';
import './contacts.css';

/** Asks a family before a term whether their contacts still hold. Draws nothing when nothing is asked. */
export function ConfirmCard() {
  const { t } = useTranslation('contacts');
  const times = useTimes();
  const { data } = useQuery(askedOfMeQuery);
  if (!data?.dueOn || data.people.length === 0) return null;
  return (
    <div className="stack">
      <h3>{t('confirm.until', { day: times.dayInText(data.dueOn) })}</h3>
      {data.note && <p>{data.note}</p>}
      <ConfirmList asked={data} />
    </div>
  );
}
