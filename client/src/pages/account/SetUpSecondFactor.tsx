import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmSecondFactor, type NewSecret, offerSecondFactor } from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { QrCode } from './QrCode.tsx';
import './account.css';

interface SetUpSecondFactorProps {
  /**
   * It is on; these are the recovery codes, which are not shown again. Whoever renders this shows them: the server tells at
   * once that it is on, and this part may be gone before they are read.
   */
  readonly onConfirmed: (codes: readonly string[]) => void;
}

/** Two steps: the app takes the secret, its first code is given. */
export function SetUpSecondFactor({ onConfirmed }: SetUpSecondFactorProps) {
  const { t } = useTranslation('auth');
  const offering = useWrite(() => offerSecondFactor());
  if (offering.data) return <FirstCode secret={offering.data} onConfirmed={onConfirmed} />;
  return (
    <>
      <FieldErrors problem={offering.error} />
      <p>{t('ui.factor.what')}</p>
      <div className="actions">
        <Button loading={offering.isPending} onClick={() => offering.mutate(undefined)}>
          {t('ui.factor.begin')}
        </Button>
      </div>
    </>
  );
}

interface FirstCodeProps {
  readonly secret: NewSecret;
  readonly onConfirmed: (codes: readonly string[]) => void;
}

function FirstCode({ secret, onConfirmed }: FirstCodeProps) {
  const { t } = useTranslation('auth');
  const [code, setCode] = useState('');
  const confirming = useWrite(() => confirmSecondFactor(code), { onDone: ({ codes }) => onConfirmed(codes) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirming.mutate(undefined);
  };
  return (
    <form onSubmit={submit} className="stack" noValidate>
      <p>{t('ui.factor.scan')}</p>
      <QrCode rows={secret.qr} label={t('ui.factor.qr')} />
      <p>
        <a href={secret.address}>{t('ui.factor.onThisPhone')}</a>
      </p>
      <p>
        {t('ui.factor.byHand')} <span className="code">{secret.secret}</span>
      </p>
      <FieldErrors problem={confirming.error} />
      <TextInput
        label={t('ui.factor.firstCode')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" loading={confirming.isPending}>
          {t('ui.factor.turnOn')}
        </Button>
      </div>
    </form>
  );
}
