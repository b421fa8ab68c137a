import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { RescheduleView } from '../../schemas/reschedules.ts';
import { useTexts } from '../useTexts.ts';
import './reschedule.css';

/** Who did what and when, first to last. */
export function RequestSteps({ steps }: Pick<RescheduleView, 'steps'>) {
  const { t } = useTexts();
  const times = useTimes();
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={`${step.at} ${step.what}`}>
          <span>
            {t(`request.step.${step.what}`, { when: step.startsAt ? times.dateTime(step.startsAt) : '' })}
            {step.byName && <span className="quiet"> · {step.byName}</span>}
          </span>
          <time className="quiet small" dateTime={step.at}>
            {times.dateTime(step.at)}
          </time>
          {step.note && <blockquote>{step.note}</blockquote>}
        </li>
      ))}
    </ol>
  );
}
