import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renewRecoveryCodes, turnOffSecondFactor } from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Section } from '../../kit/Section.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SetUpSecondFactor } from './SetUpSecondFactor.tsx';

interface Factor {
  readonly isOn: boolean;
  readonly isRequired: boolean;
  readonly recoveryCodesLeft: number;
}

/** The second step of signing in: on, off, and what helps when the phone is lost. */
export function SecondFactorSection({ factor }: { readonly factor: Factor }) {
  const { t } = useTranslation('auth');
  const client = useQueryClient();
  // Kept here: they stay until their owner has them, whatever is read anew meanwhile.
  const [codes, setCodes] = useState<readonly string[]>();
  const keep = () => {
    void client.invalidateQueries({ queryKey: ['account'] });
    setCodes(undefined);
  };
  return (
    <Section title={t('ui.factor.title')}>
      {codes && <RecoveryCodes codes={codes} onKept={keep} />}
      {!codes && factor.isOn && <OnIt factor={factor} onRenewed={setCodes} />}
      {!codes && !factor.isOn && <SetUpSecondFactor onConfirmed={setCodes} />}
    </Section>
  );
}

interface OnItProps {
  readonly factor: Factor;
  readonly onRenewed: (codes: readonly string[]) => void;
}

function OnIt({ factor, onRenewed }: OnItProps) {
  const { t } = useTranslation('auth');
  const renewing = useWrite(() => renewRecoveryCodes(), {
    refreshes: [['account']],
    onDone: (made) => onRenewed(made.codes),
  });
  const ending = useWrite(() => turnOffSecondFactor(), { refreshes: [['account']] });
  return (
    <>
      <p>{t('ui.factor.isOn', { count: factor.recoveryCodesLeft })}</p>
      <FieldErrors problem={renewing.error ?? ending.error} />
      <div className="actions">
        <Button variant="default" loading={renewing.isPending} onClick={() => renewing.mutate(undefined)}>
          {t('ui.recovery.renew')}
        </Button>
        {!factor.isRequired && (
          <Button variant="subtle" loading={ending.isPending} onClick={() => ending.mutate(undefined)}>
            {t('ui.factor.turnOff')}
          </Button>
        )}
      </div>
      {factor.isRequired && <p className="quiet small">{t('ui.factor.stays')}</p>}
    </>
  );
}
