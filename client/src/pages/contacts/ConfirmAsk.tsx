import { useTranslation } from 'react-i18next';
import type { AskedOfMe } from '../../api/contacts.ts';
import { useTimes } from '../../time/useTimes.ts';
import { ConfirmList } from './ConfirmList.tsx';
import './contacts.css';

interface ConfirmAskProps {
  readonly asked: AskedOfMe;
  readonly dueOn: string;
}

/** The question of a round, on Today. */
export function ConfirmAsk({ asked, dueOn }: ConfirmAskProps) {
  const { t } = useTranslation('contacts');
  const times = useTimes();
  return (
    <div className="stack">
      <h3>{t('confirm.until', { day: times.dayInText(dueOn) })}</h3>
      {asked.note && <p>{asked.note}</p>}
      <ConfirmList asked={asked} />
    </div>
  );
}
