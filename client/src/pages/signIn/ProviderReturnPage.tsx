import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { arriveFromProvider } from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { CodeStep } from './CodeStep.tsx';
import { Door } from './Door.tsx';

/** Where the school's own accounts send the browser back to. */
export function ProviderReturnPage() {
  const { t } = useTranslation('auth');
  const [awaitsCode, setAwaitsCode] = useState(false);
  const arriving = useWrite(arriveFromProvider, {
    onDone: ({ session, linked }) => {
      if (session.awaits) setAwaitsCode(true);
      else window.location.assign(linked ? '/account' : '/');
    },
  });
  const { mutate } = arriving;
  useEffect(() => {
    const query = window.location.search;
    window.history.replaceState(null, '', window.location.pathname);
    mutate(query || '?');
  }, [mutate]);
  if (awaitsCode) return <CodeStep onBack={() => window.location.assign('/')} />;
  return (
    <Door title={t(arriving.error ? 'ui.provider.didNot' : 'ui.provider.waiting')}>
      <FieldErrors problem={arriving.error} />
      {arriving.error && <a href="/">{t('ui.provider.failed')}</a>}
    </Door>
  );
}
