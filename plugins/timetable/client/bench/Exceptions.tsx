import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { DateDecision, ExceptionView } from '../../schemas/publications.ts';
import { useTexts } from '../useTexts.ts';
import { holidayOf } from './holidayOf.ts';
import './bench.css';

interface ExceptionRowsProps {
  readonly exceptions: readonly ExceptionView[];
  readonly onDecide: (exception: ExceptionView, decision: DateDecision) => void;
}

/** Dates on which the weekly timetable fails, each decided in place; holidays, which need no thought, are folded away. */
export function Exceptions({ exceptions, onDecide }: ExceptionRowsProps) {
  const { t } = useTexts();
  const rest = exceptions.filter((one) => !holidayOf(one));
  const holidays = [...new Set(exceptions.flatMap((one) => holidayOf(one) ?? []))];
  return (
    <Section title={t('exception.title')}>
      {rest.length > 0 && (
        <>
          <p className="quiet small">{t('exception.why')}</p>
          <ExceptionRows exceptions={rest} onDecide={onDecide} />
        </>
      )}
      {holidays.length > 0 && (
        <div>
          <p className="quiet small">{t('exception.holidayWhy')}</p>
          {holidays.map((name) => (
            <Holiday
              key={name}
              name={name}
              exceptions={exceptions.filter((one) => holidayOf(one) === name)}
              onDecide={onDecide}
            />
          ))}
        </div>
      )}
    </Section>
  );
}

function Holiday({ name, exceptions, onDecide }: ExceptionRowsProps & { readonly name: string }) {
  const { t } = useTexts();
  return (
    <details className="bench-details">
      <summary>{t('exception.holidayLessons', { name, count: exceptions.length })}</summary>
      <ExceptionRows exceptions={exceptions} onDecide={onDecide} />
    </details>
  );
}

function ExceptionRows({ exceptions, onDecide }: ExceptionRowsProps) {
  const { t } = useTexts();
  const times = useTimes();
  const reasonsOf = useReasons();
  return (
    <List label={t('exception.title')}>
      {exceptions.map((one) => (
        <Row
          key={`${one.courseId} ${one.nth} ${one.on}`}
          title={`${times.day(one.on)}, ${one.startsTime}`}
          details={
            <>
              <div>{`${one.subjectName}, ${one.groupName}`}</div>
              {reasonsOf(one).map((reason) => (
                <div key={reason}>{reason}</div>
              ))}
            </>
          }
          actions={<Decision exception={one} onDecide={(decision) => onDecide(one, decision)} />}
        />
      ))}
    </List>
  );
}

function useReasons(): (exception: ExceptionView) => readonly string[] {
  const { t } = useTexts();
  const { t: words } = useTranslation('timetable');
  return ({ failures }) =>
    failures.map(({ kind, holidayName, cannot }) =>
      kind === 'holiday'
        ? t('exception.holiday', { name: holidayName ?? '' })
        : [
            t(`exception.kind.${kind}`),
            cannot
              .slice(0, 5)
              .map(({ name, reason }) => `${name} (${words(`client.blocked.${reason}`)})`)
              .join(', '),
          ]
            .filter(Boolean)
            .join(': '),
    );
}

interface DecisionProps {
  readonly exception: ExceptionView;
  readonly onDecide: (decision: DateDecision) => void;
}

function Decision({ exception, onDecide }: DecisionProps) {
  const { t } = useTexts();
  const times = useTimes();
  const { proposal, effective, decision, may, on } = exception;
  const current = decision ?? effective;
  const target = current.kind === 'move' ? current : movedTo(proposal);
  const options: readonly { readonly value: DateDecision['kind']; readonly label: string }[] = [
    ...(target
      ? [
          {
            value: 'move' as const,
            label: t('exception.move', { when: `${times.dayInText(target.on)}, ${target.time}` }),
          },
        ]
      : []),
    { value: 'cancel', label: t('exception.cancel') },
    { value: 'accept', label: t('exception.accept') },
  ];
  const choose = (kind: string) => {
    if (kind === 'move' && target) onDecide({ kind: 'move', on: target.on, time: target.time });
    if (kind === 'cancel' || kind === 'accept') onDecide({ kind });
  };
  return (
    <NativeSelect
      aria-label={t('exception.decideNamed', { day: times.dayInText(on), subject: exception.subjectName })}
      data={[...options]}
      disabled={!may.decide}
      value={current.kind}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

const movedTo = ({ kind, on, time }: ExceptionView['proposal']) =>
  kind === 'move' && on !== null && time !== null ? { on, time } : undefined;
