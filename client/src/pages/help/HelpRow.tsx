import { useTranslation } from 'react-i18next';
import type { HelpBrief } from '../../../../server/help/schemas.ts';
import { Row } from '../../kit/List.tsx';
import { useTimes } from '../../time/useTimes.ts';

interface HelpRowProps {
  readonly request: HelpBrief;
  /** Among the reader's own to answer: who answers need not be said. */
  readonly mine?: boolean;
}

/** One request in a list: the question, about whom, and until when it is answered. */
export function HelpRow({ request, mine }: HelpRowProps) {
  const { t } = useTranslation('help');
  const { about, asker, owner } = request;
  const who = about && about.id !== asker.id ? t('askedAbout', { asker: asker.name, about: about.name }) : asker.name;
  return (
    <Row
      to={`/help/${request.id}`}
      title={<span className="help-question">{request.question}</span>}
      details={
        <>
          <When request={request} />
          {` · ${who}`}
          {!mine && ` · ${owner ? t('ownedBy', { name: owner.name }) : t('nobodyYet')}`}
        </>
      }
    />
  );
}

/** Until when an answer is promised, or what became of the request. */
export function When({ request }: { readonly request: HelpBrief }) {
  const { t } = useTranslation('help');
  const times = useTimes();
  const waits = request.state === 'open' || request.state === 'reopened';
  if (!waits) return <span className="quiet">{t(`states.${request.state}`)}</span>;
  const on = times.days(request.dueOn, request.dueOn);
  if (request.isEscalated) return <strong>{t('escalated', { on })}</strong>;
  return request.isOverdue ? <strong>{t('overdue', { on })}</strong> : <span>{t('until', { on })}</span>;
}
