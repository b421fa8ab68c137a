import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { FreeSlotView } from '../../schemas/reschedules.ts';
import { freeSlotsQuery } from '../api/reschedules.ts';
import { useTexts } from '../useTexts.ts';
import { useSlotReasons } from './useSlotReasons.ts';
import './reschedule.css';

export type ChosenSlot = FreeSlotView | 'none';

interface SlotChoiceProps {
  readonly lessonId: string;
  readonly value: ChosenSlot | undefined;
  readonly onChange: (slot: ChosenSlot) => void;
  /** Offers to say in own words what would suit. */
  readonly mayPass?: boolean;
  readonly passText?: string;
}

const shownAtFirst = 5;

/** Times that are free for everybody concerned, best first, each with the reason why it stands there. */
export function SlotChoice({ lessonId, value, onChange, mayPass, passText }: SlotChoiceProps) {
  const { t } = useTexts();
  const name = useId();
  const [shown, setShown] = useState(shownAtFirst);
  const { data, error, refetch } = useQuery(freeSlotsQuery(lessonId));
  const slots = data?.items ?? [];
  const rest = slots.length - shown;
  return (
    <fieldset className="slots">
      <legend>{t('ask.when')}</legend>
      {error && !data && <ProblemView problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting rows={3} />}
      {data && slots.length === 0 && <p className="quiet">{t('ask.noSlots')}</p>}
      {slots.slice(0, shown).map((slot) => (
        <SlotOption
          key={slot.startsAt}
          name={name}
          slot={slot}
          isChosen={value !== 'none' && value?.startsAt === slot.startsAt}
          onChoose={() => onChange(slot)}
        />
      ))}
      {rest > 0 && (
        <Button variant="subtle" onClick={() => setShown(shown + 10)}>
          {t('ask.moreSlots', { count: rest })}
        </Button>
      )}
      {data && mayPass && (
        <label className="slot">
          <input type="radio" name={name} checked={value === 'none'} onChange={() => onChange('none')} />
          <span>{passText ?? t('ask.noneSuits')}</span>
        </label>
      )}
    </fieldset>
  );
}

interface SlotOptionProps {
  readonly name: string;
  readonly slot: FreeSlotView;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function SlotOption({ name, slot, isChosen, onChoose }: SlotOptionProps) {
  const times = useTimes();
  const reasonsOf = useSlotReasons();
  return (
    <label className="slot">
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      <span>
        <span className="slot-time figures">
          {times.dateTime(slot.startsAt)}–{times.time(slot.endsAt)}
        </span>
        <span className="quiet small">{reasonsOf(slot).join(' · ')}</span>
      </span>
    </label>
  );
}
