import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Icon } from './Icon.tsx';

/** What is known of a question from the page on which it came up: a guide, a person. */
function asked(pathname: string): string {
  const [, part, id] = pathname.split('/');
  if (part === 'guides' && id) return `?guide=${id}`;
  return part === 'people' && id ? `?person=${id}` : '';
}

/** On every page: the way to ask somebody. */
export function HelpLink() {
  const { t } = useTranslation('help');
  const { pathname } = useLocation();
  if (pathname.startsWith('/help')) return null;
  return (
    <Link to={`/help/ask${asked(pathname)}`} className="page-help no-print" aria-label={t('ask')} title={t('ask')}>
      <Icon name="help" />
    </Link>
  );
}
