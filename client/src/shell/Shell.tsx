import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useNewNotices } from '../api/notices.ts';
import { Page } from '../kit/Page.tsx';
import { lazily } from '../lazily.ts';
import { BottomBar } from './BottomBar.tsx';
import { Commands } from './Commands.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Offline } from './Offline.tsx';
import { Sidebar } from './Sidebar.tsx';
import { Viewing } from './Viewing.tsx';
import './shell.css';

const Queue = lazily(async () => (await import('./Queue.tsx')).Queue);

/** Everything around a page. */
export function Shell() {
  const { t } = useTranslation('client');
  const { pathname } = useLocation();
  useNewNotices();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page starts at its top
  useEffect(() => {
    // In braces: new browsers answer with a promise, which React would take for a way to clean up.
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className="shell">
      <a href="#content" className="skip no-print">
        {t('shell.skip')}
      </a>
      <Sidebar />
      <main id="content" tabIndex={-1} className="shell-main">
        <Offline />
        <ErrorBoundary isDispensable>
          <Suspense>
            <Queue />
          </Suspense>
        </ErrorBoundary>
        <Viewing />
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Page title={t('kit.loading')} waiting />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <BottomBar />
      <Commands />
    </div>
  );
}
