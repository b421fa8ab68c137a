import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { MeetingTimes } from '../../schemas/meetings.ts';
import { meetingTimesQuery, type TimesSought } from '../api/meetings.ts';
import '../reschedule/reschedule.css';
import { useMeetingTexts } from './useMeetingTexts.ts';

export type Time = MeetingTimes['items'][number];

interface TimeChoiceProps {
  readonly search: TimesSought;
  readonly value: Time | undefined;
  readonly onChange: (time: Time) => void;
}

/** Times at which the people could meet, best first, each with who could not come. */
export function TimeChoice({ search, value, onChange }: TimeChoiceProps) {
  const { t } = useMeetingTexts();
  const name = useId();
  const { data, error, refetch } = useQuery(meetingTimesQuery(search));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} />;
  return (
    <fieldset className="slots">
      <legend>{t('whenFor', { count: data.people.length })}</legend>
      {data.items.length === 0 && <p className="quiet">{t('noTimes')}</p>}
      {data.items.map((time) => (
        <TimeOption
          key={time.startsAt}
          name={name}
          time={time}
          isChosen={value?.startsAt === time.startsAt}
          onChoose={() => onChange(time)}
        />
      ))}
    </fieldset>
  );
}

interface TimeOptionProps {
  readonly name: string;
  readonly time: Time;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function TimeOption({ name, time, isChosen, onChoose }: TimeOptionProps) {
  const times = useTimes();
  const words = useTimeWords();
  return (
    <label className="slot">
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      <span>
        <span className="slot-time figures">
          {times.dateTime(time.startsAt)}–{times.time(time.endsAt)}
        </span>
        {words(time).map((line) => (
          <span key={line} className="quiet small">
            {line}
          </span>
        ))}
      </span>
    </label>
  );
}

/** So many are named; of more only how many they are. */
const named = 4;

function useTimeWords(): (time: Time) => readonly string[] {
  const { t } = useMeetingTexts();
  return ({ missing, awkward }) => {
    const lines = (['taken', 'offline'] as const).flatMap((why) => {
      const names = missing.filter((one) => one.why === why).map(({ name }) => name);
      if (names.length === 0) return [];
      const shown = names.slice(0, named).join(', ');
      return [
        names.length > named
          ? t(`${why}More`, { names: shown, count: names.length - named })
          : t(why, { names: shown }),
      ];
    });
    return [
      ...(missing.length === 0 ? [t('allCan')] : lines),
      ...(awkward > 0 ? [t('awkward', { count: awkward })] : []),
    ];
  };
}
