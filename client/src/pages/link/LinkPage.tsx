import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkView } from '../../../../server/links/schemas.ts';
import { decideLink, linkQuery } from '../../api/links.ts';
import { useWrite } from '../../api/useWrite.ts';
import { speak } from '../../i18n/i18n.ts';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { useTimes } from '../../time/useTimes.ts';
import { Door } from '../signIn/Door.tsx';

/** Where a link of a mail leads that asks for a decision: the question, a button for each choice, no sign-in. */
export function LinkPage() {
  const { t } = useTranslation('links');
  const token = window.location.pathname.slice('/link/'.length);
  const { data, error } = useQuery(linkQuery(token));
  const language = data?.language;
  useEffect(() => {
    if (language) void speak(language);
  }, [language]);
  return (
    <Door title={data?.title ?? t('ui.title')}>
      <div className="stack">
        {!data && !error && <Waiting />}
        {error && <ProblemView problem={error} />}
        {data && <Decision token={token} link={data} />}
        <p>
          <a href="/">{t('ui.home')}</a>
        </p>
      </div>
    </Door>
  );
}

function Decision({ token, link }: { readonly token: string; readonly link: LinkView }) {
  const { t } = useTranslation('links');
  const { dateTime } = useTimes();
  const deciding = useWrite(decideLink);
  if (deciding.data) return <p role="status">{deciding.data.done}</p>;
  // The button that was pressed in the mail comes first here.
  const wanted = new URLSearchParams(window.location.search).get('choose');
  const choices = [...link.choices].sort((a, b) => Number(b.id === wanted) - Number(a.id === wanted));
  return (
    <>
      <p>{link.question}</p>
      {deciding.error && <ProblemView problem={deciding.error} />}
      {choices.map(({ id, label }, i) => (
        <Button
          key={id}
          size="md"
          variant={i === 0 ? 'filled' : 'default'}
          loading={deciding.isPending && deciding.variables.choice === id}
          disabled={deciding.isPending}
          onClick={() => deciding.mutate({ token, choice: id })}
        >
          {label}
        </Button>
      ))}
      <p className="quiet">{t('ui.until', { when: dateTime(link.expiresAt) })}</p>
    </>
  );
}
