import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../kit/Page.tsx';
import { AskForm } from './AskForm.tsx';
import { useAboutWhom } from './useAboutWhom.ts';
import './help.css';

/** Asks somebody; the page from which the reader comes may have told about whom or which guide. */
export function AskPage() {
  const { t } = useTranslation('help');
  const [asked] = useSearchParams();
  const people = useAboutWhom(asked.get('person') ?? '');
  return (
    <Page title={t('ask')} summary={t('askWhy')} above={<Link to="/help">{t('back')}</Link>} waiting={!people}>
      {people && <AskForm people={people} guide={asked.get('guide') ?? ''} />}
    </Page>
  );
}
