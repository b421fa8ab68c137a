import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import './account.css';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Shown once. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { t } = useTranslation('auth');
  return (
    <div className="stack" role="status">
      <h3>{t('ui.recovery.title')}</h3>
      <p>{t('ui.recovery.what')}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code} className="code">
            {code}
          </li>
        ))}
      </ul>
      <div className="actions no-print">
        <Button onClick={onKept}>{t('ui.recovery.kept')}</Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('ui.print')}
        </Button>
      </div>
    </div>
  );
}
