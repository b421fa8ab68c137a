import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { accountQuery } from '../../api/account.ts';
import { Page } from '../../kit/Page.tsx';
import { LoginSection } from './LoginSection.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import { ProviderSection } from './ProviderSection.tsx';
import { SecondFactorSection } from './SecondFactorSection.tsx';
import { SessionsSection } from './SessionsSection.tsx';

/** How one signs in, and where one is signed in. */
export function AccountPage() {
  const { t } = useTranslation('auth');
  const { data: account, error, isPending, refetch } = useQuery(accountQuery);
  return (
    <Page
      title={t('ui.account.title')}
      above={<Link to="/settings">{t('client:nav.settings')}</Link>}
      waiting={isPending}
      problem={account ? null : error}
      onRetry={() => void refetch()}
    >
      {account && (
        <>
          <LoginSection key={account.login} login={account.login} />
          <PasswordSection login={account.login} />
          <SecondFactorSection factor={account.secondFactor} />
          {account.provider && <ProviderSection {...account.provider} />}
          <SessionsSection />
        </>
      )}
    </Page>
  );
}
