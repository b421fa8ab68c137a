import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './waiting.css';

interface WaitingProps {
  readonly rows?: number;
}

/** Grey rows in place of a list that is on its way; said aloud only when it takes long. */
export function Waiting({ rows = 4 }: WaitingProps) {
  const { t } = useTranslation('client');
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 1500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting">
      <div role="status" className={long ? 'quiet small' : 'unseen'}>
        {long ? t('kit.loading') : ''}
      </div>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="waiting-row" aria-hidden="true">
          <span style={{ width: `${62 - (row % 3) * 14}%` }} />
          <span style={{ width: `${34 - (row % 2) * 10}%` }} />
        </div>
      ))}
    </div>
  );
}
