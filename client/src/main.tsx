import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/mantine.ts';
import { App } from './App.tsx';
import { queryClient } from './api/queryClient.ts';
import { sessionQuery } from './api/session.ts';
import { startTexts } from './i18n/i18n.ts';
import { type Language, languageOfDevice, storedLanguage } from './i18n/language.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');

/**
 * On a device that has not been asked yet the session says the language: a weak line downloads one, not two. Otherwise
 * session and texts are asked for at the same time.
 */
async function firstLanguage(): Promise<Language> {
  const session = queryClient.fetchQuery(sessionQuery).catch(() => undefined);
  const stored = storedLanguage();
  return stored ?? (await session)?.person?.language ?? languageOfDevice();
}

void firstLanguage()
  .then(startTexts)
  .then(() => {
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  });
