import { useTranslation } from 'react-i18next';
import type { HelpBrief } from '../../../../server/help/schemas.ts';
import { Row } from '../../kit/List.tsx';
import { useTimes } from '../../time/useTimes.ts';

/** One request in a list: the question, about whom, and until when it is answered. */
export function HelpRow({ request }: { readonly request: HelpBrief }) {
  const { t } = useTranslation('help');
  const { about, asker, owner } = request;
  const details = [
    about && about.id !== asker.id ? t('askedAbout', { asker: asker.name, about: about.name }) : asker.name,
    owner ? t('ownedBy', { name: owner.name }) : t('nobodyYet'),
  ];
  return (
    <Row
      to={`/help/${request.id}`}
      title={<span className="help-question">{request.question}</span>}
      details={details.join(' · ')}
      trail={<When request={request} />}
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
  return request.isOverdue ? <strong>{t('overdue', { on })}</strong> : <span>{t('until', { on })}</span>;
}
