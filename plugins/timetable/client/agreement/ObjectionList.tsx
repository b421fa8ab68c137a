import type { ReactNode } from 'react';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { ObjectionView } from '../../schemas/agreements.ts';
import { useAgreementTexts } from './useAgreementTexts.ts';

interface ObjectionListProps {
  readonly objections: readonly ObjectionView[];
  /** What can be done with one that is open. */
  readonly actionsOf: (objection: ObjectionView) => ReactNode;
}

/** To what a home school objects, and what became of it. */
export function ObjectionList({ objections, actionsOf }: ObjectionListProps) {
  const { t } = useAgreementTexts();
  const times = useTimes();
  if (objections.length === 0) return null;
  return (
    <List label={t('objections')}>
      {objections.map((one) => (
        <Row
          key={one.id}
          title={one.reason}
          details={[
            [
              one.groupName,
              one.subjectName,
              one.lesson &&
                t('placed', { weekday: times.weekdayInText(one.lesson.weekday), time: one.lesson.startsTime }),
            ]
              .filter(Boolean)
              .join(', '),
            one.raisedBy,
            t(`objection.${one.state}`),
            ...(one.decision ? [`${one.decidedBy}: ${one.decision}`] : []),
          ].join(' · ')}
          actions={one.state === 'open' && actionsOf(one)}
        />
      ))}
    </List>
  );
}
