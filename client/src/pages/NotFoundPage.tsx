import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../kit/Empty.tsx';
import { Page } from '../kit/Page.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('client');
  return (
    <Page title={t('notFound.title')}>
      <Empty title={t('notFound.what')} action={<Link to="/">{t('notFound.home')}</Link>}>
        {t('notFound.why')}
      </Empty>
    </Page>
  );
}
