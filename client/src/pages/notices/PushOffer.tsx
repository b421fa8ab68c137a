import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { devicesQuery } from '../../api/devices.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { signalState } from '../../push/browser.ts';
import { useAllowSignals } from '../settings/Devices.tsx';

const refusedKey = 'tutoria.signals-not-wanted';

/** Offered after the reader has done something useful here, and never again after a no. The browser asks only when the button was pressed. */
export function PushOffer() {
  const { t } = useTranslation('notices');
  const [isGone, setGone] = useState(() => localStorage.getItem(refusedKey) !== null);
  const state = useQuery({ queryKey: ['devices', 'state'], queryFn: signalState });
  const { data } = useQuery(devicesQuery);
  const allowing = useAllowSignals();
  if (isGone || state.data !== 'off' || !data) return null;
  const refuse = () => {
    localStorage.setItem(refusedKey, '1');
    setGone(true);
  };
  return (
    <section className="notice-offer" aria-label={t('offer.title')}>
      <p>
        <strong>{t('offer.title')}</strong>
      </p>
      <p className="quiet">{t('offer.what')}</p>
      <FieldErrors problem={allowing.error} />
      <div className="actions">
        <Button loading={allowing.isPending} onClick={() => allowing.mutate(data.publicKey)}>
          {t('devices.allow')}
        </Button>
        <Button variant="subtle" onClick={refuse}>
          {t('offer.no')}
        </Button>
      </div>
    </section>
  );
}
