import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { BrowserRouter } from 'react-router';
import { ApiProblem } from './api/ApiProblem.ts';
import { queryClient } from './api/queryClient.ts';
import { type Session, sessionQuery } from './api/session.ts';
import { coreParts } from './coreParts.ts';
import { speak } from './i18n/i18n.ts';
import { isLanguage } from './i18n/language.ts';
import { ProblemView } from './kit/ProblemView.tsx';
import { Waiting } from './kit/Waiting.tsx';
import { lazily } from './lazily.ts';
import { lastPerson } from './offline/lastPerson.ts';
import type { ClientPlugin } from './plugin.ts';
import { loadPlugins } from './plugins.ts';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { Pages } from './shell/Pages.tsx';
import { PluginsContext } from './shell/PluginsContext.ts';
import { StepUp } from './shell/StepUp.tsx';
import { Toasts } from './shell/Toasts.tsx';
import { theme } from './theme/theme.ts';

const HeldBackPage = lazily(
  async () => (await import('./pages/account/HeldBackPage.tsx')).HeldBackPage,
  'auth/account',
);
const ForgottenPage = lazily(
  async () => (await import('./pages/signIn/ForgottenPage.tsx')).ForgottenPage,
  'auth/doors',
);
const ProviderReturnPage = lazily(
  async () => (await import('./pages/signIn/ProviderReturnPage.tsx')).ProviderReturnPage,
  'auth/doors',
);
const WelcomePage = lazily(async () => (await import('./pages/welcome/WelcomePage.tsx')).WelcomePage, 'auth/doors');
const MailStopPage = lazily(
  async () => (await import('./pages/mailStop/MailStopPage.tsx')).MailStopPage,
  'notify/settings',
);
const LinkPage = lazily(async () => (await import('./pages/link/LinkPage.tsx')).LinkPage);
const SignInPage = lazily(async () => (await import('./pages/signIn/SignInPage.tsx')).SignInPage);

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <ErrorBoundary>
          {/* A page that is left must not stay, with its fields, while the next is on its way. */}
          <Suspense fallback={<Waiting />}>
            <Entrance />
          </Suspense>
        </ErrorBoundary>
        <StepUp />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Without a line the last visit is shown; once the server says that nobody is signed in, it is no longer. */
function useKept(session: Session | undefined, error: Error | null): void {
  const isAway = session === undefined && error instanceof ApiProblem && error.offline;
  const isNobody = session?.person === null && lastPerson() !== undefined;
  useEffect(() => {
    if (!isAway && !isNobody) return;
    void import('./offline/keptQueries.ts')
      .then(({ restoreQueries, forgetRead }) => (isAway ? restoreQueries(queryClient) : forgetRead()))
      .catch(() => undefined);
  }, [isAway, isNobody]);
}

/** Who is it? Then their language, their plugins and their pages. */
function Entrance() {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  useKept(session, error);
  if (error && !session) {
    return (
      <main className="page">
        <ProblemView problem={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (!session) return <Waiting />;
  // Whoever holds a code comes here, signed in or not.
  if (window.location.pathname === '/welcome') return <WelcomePage session={session} />;
  if (window.location.pathname === '/sign-in/provider') return <ProviderReturnPage />;
  if (!session.person && window.location.pathname === '/forgotten') return <ForgottenPage />;
  if (window.location.pathname === '/mail-stop') return <MailStopPage />;
  if (window.location.pathname.startsWith('/link/')) return <LinkPage />;
  if (!session.person) return <SignInPage session={session} />;
  return <Inside key={session.person.id} session={session} />;
}

/** Whoever is held back goes in once they have done what is asked, recovery codes in hand; not as soon as the server would let them. */
function Inside({ session }: { readonly session: Session }) {
  const [isWaiting, setWaiting] = useState(false);
  if (session.heldBack && !isWaiting) setWaiting(true);
  if (isWaiting) return <HeldBackPage onDone={() => setWaiting(false)} />;
  return <House session={session} />;
}

/** On a weak line the first page takes as long. */
const laterMs = 6000;

/** Once the first page is there: nothing of it may wait for what only later visits need. */
function useLater(personId: string): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      void import('./offline/begin.ts')
        .then(({ beginOffline }) => beginOffline(queryClient, personId))
        .catch(() => undefined);
    }, laterMs);
    return () => clearTimeout(timer);
  }, [personId]);
}

function House({ session }: { readonly session: Session }) {
  const plugins = usePreparedPlugins(session);
  useLater(session.person?.id ?? '');
  if (!plugins) return <Waiting />;
  return (
    <PluginsContext value={plugins}>
      <BrowserRouter>
        <Pages />
      </BrowserRouter>
    </PluginsContext>
  );
}

/** Undefined until the reader's language and the plugins are here. */
function usePreparedPlugins({ person, plugins }: Session): readonly ClientPlugin[] | undefined {
  const [prepared, setPrepared] = useState<readonly ClientPlugin[]>();
  const [failure, setFailure] = useState<unknown>();
  const language = person?.language ?? '';
  const installed = plugins.join(' ');
  useEffect(() => {
    let wanted = true;
    const prepare = async () => {
      const [loaded] = await Promise.all([
        loadPlugins(installed.split(' ')),
        isLanguage(language) ? speak(language) : undefined,
      ]);
      if (wanted) setPrepared([...coreParts, ...loaded]);
    };
    prepare().catch((cause: unknown) => setFailure(cause));
    return () => {
      wanted = false;
    };
  }, [language, installed]);
  if (failure) throw failure;
  return prepared;
}
