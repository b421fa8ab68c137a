import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/mantine.ts';
import { App } from './App.tsx';
import { queryClient } from './api/queryClient.ts';
import { sessionQuery } from './api/session.ts';
import { startTexts } from './i18n/i18n.ts';
import { languageOfDevice } from './i18n/language.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');

// The session and the texts are asked for at the same time; a weak line waits once.
void queryClient.prefetchQuery(sessionQuery);
void startTexts(languageOfDevice()).then(() => {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
