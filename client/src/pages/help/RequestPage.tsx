import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { HelpEntry, HelpView } from '../../../../server/help/schemas.ts';
import { helpRequestQuery } from '../../api/help.ts';
import { Fact, Facts } from '../../kit/Facts.tsx';
import { Page } from '../../kit/Page.tsx';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { AssignSheet } from './AssignSheet.tsx';
import { When } from './HelpRow.tsx';
import { SayForm } from './SayForm.tsx';
import './help.css';

/** One request: what was asked, what was said, and what the reader may do next. */
export function RequestPage() {
  const { t } = useTranslation('help');
  const { helpId = '' } = useParams();
  const { data: request, error, isPending, refetch } = useQuery(helpRequestQuery(helpId));
  return (
    <Page
      title={request ? t(`kinds.${request.kind}`) : t('nav')}
      summary={request && <When request={request} />}
      above={<Link to="/help">{t('back')}</Link>}
      actions={request?.may.assign && <AssignSheet request={request} />}
      waiting={isPending}
      problem={request ? null : error}
      onRetry={() => void refetch()}
    >
      {request && <Conversation request={request} />}
    </Page>
  );
}

function Conversation({ request }: { readonly request: HelpView }) {
  const { t } = useTranslation('help');
  const { asker, about, owner, origin } = request;
  return (
    <>
      <Facts>
        {about && <Fact label={t('aboutWhom')}>{about.name}</Fact>}
        <Fact label={t('answers')}>{owner?.name ?? t('nobodyYet')}</Fact>
        {origin && (
          <Fact label={t('origin')}>
            <Link to={origin.link}>{origin.title}</Link>
          </Fact>
        )}
      </Facts>
      <ol className="help-entries" aria-label={t('conversation')}>
        <Said author={asker.name} at={request.askedAt} text={request.question} />
        {request.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      <SayForm request={request} />
      <p className="quiet small">{t('whoSees')}</p>
    </>
  );
}

function Entry({ entry }: { readonly entry: HelpEntry }) {
  const { t } = useTranslation('help');
  const author = entry.author ?? t('somebody');
  if (entry.kind === 'answer' || entry.kind === 'addition')
    return <Said author={author} at={entry.writtenAt} text={entry.text ?? ''} isAnswer={entry.kind === 'answer'} />;
  const did = t(`did.${entry.kind}`, { author, owner: entry.owner ?? '' });
  return <Said author={did} at={entry.writtenAt} text={entry.text ?? ''} />;
}

interface SaidProps {
  readonly author: string;
  readonly at: string;
  readonly text: string;
  readonly isAnswer?: boolean;
}

function Said({ author, at, text, isAnswer }: SaidProps) {
  const times = useTimes();
  const now = useNow();
  return (
    <li className={isAnswer ? 'help-said help-answer' : 'help-said'}>
      <p className="quiet small">
        {author} · <time dateTime={at}>{times.relative(at, now)}</time>
      </p>
      {text && <p className="help-words">{text}</p>}
    </li>
  );
}
