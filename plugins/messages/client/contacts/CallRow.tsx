import { Row } from '../../../../client/src/kit/List.tsx';
import type { Queued } from '../../../../client/src/offline/personStore.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { CallView } from '../../schemas.ts';
import { useTexts } from '../useTexts.ts';
import './calls.css';

/** A call or a visit: with whom, what was agreed, what comes next. */
export function CallRow({ call }: { readonly call: CallView }) {
  const { t } = useTexts();
  const times = useTimes();
  const next = [call.nextStep, call.nextOn ? times.longDate(call.nextOn) : ''].filter((one) => one !== '').join(', ');
  return (
    <Row
      lead={times.date(call.happenedAt)}
      title={t(call.isContact ? `calls.done.${call.how}` : `calls.tried.${call.how}`, {
        name: call.with?.name ?? t('calls.somebody'),
      })}
      details={
        <>
          {call.agreed && <span className="calls-line">{t('calls.agreedWas', { words: call.agreed })}</span>}
          {next && <span className="calls-line">{t('calls.nextWas', { words: next })}</span>}
          <span className="calls-line">{`${times.time(call.happenedAt)} · ${t('calls.by', { name: call.notedBy.name })}`}</span>
        </>
      }
    />
  );
}

/** A note that waits for the line. */
export function WaitingCallRow({ entry }: { readonly entry: Queued }) {
  const { t } = useTexts();
  const times = useTimes();
  return (
    <Row
      lead={times.date(new Date(entry.at))}
      title={t('calls.title')}
      details={entry.refused ? `${entry.refused.title} ${entry.refused.remedy}` : t('mark.waiting')}
    />
  );
}
