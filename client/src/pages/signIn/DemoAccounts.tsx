import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { List, Row } from '../../kit/List.tsx';

const roles = [
  'tutor',
  'student',
  'guardian',
  'teacher',
  'lead-tutor',
  'coordinator',
  'head',
  'psychologist',
  'admin',
] as const;
const password = 'demo-demo-demo';

interface DemoAccountsProps {
  readonly onEnter: (account: { login: string; password: string }) => void;
  readonly waiting: boolean;
}

/** The people of the demonstration school, one of each kind. */
export function DemoAccounts({ onEnter, waiting }: DemoAccountsProps) {
  const { t } = useTranslation('client');
  return (
    <section className="section">
      <h2>{t('demo.title')}</h2>
      <p className="quiet">{t('demo.what')}</p>
      <List>
        {roles.map((role) => (
          <Row
            key={role}
            title={t(`roles.${role}`)}
            details={`${role}@demo.example`}
            actions={
              <Button
                variant="default"
                size="sm"
                disabled={waiting}
                aria-label={t('demo.enterAs', { role: t(`roles.${role}`) })}
                onClick={() => onEnter({ login: `${role}@demo.example`, password })}
              >
                {t('signIn.enter')}
              </Button>
            }
          />
        ))}
      </List>
    </section>
  );
}
