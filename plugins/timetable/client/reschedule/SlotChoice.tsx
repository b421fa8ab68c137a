import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { ChainView, FreeSlotView, ProposeSlot } from '../../schemas/reschedules.ts';
import { freeSlotsQuery, type Seeking } from '../api/reschedules.ts';
import { useTexts } from '../useTexts.ts';
import { useSlotReasons } from './useSlotReasons.ts';
import './reschedule.css';

export type ChosenSlot = FreeSlotView | ChainView | 'none';

/** What a proposal sends; undefined when no time was chosen. */
export function slotOf(chosen: ChosenSlot | undefined): ProposeSlot | undefined {
  if (!chosen || chosen === 'none') return undefined;
  if (!('moves' in chosen)) return { on: chosen.on, time: chosen.time };
  const [first, ...rest] = chosen.moves;
  return (
    first && {
      on: first.on,
      time: first.time,
      alongside: rest.map(({ lessonId, on, time }) => ({ lessonId, on, time })),
    }
  );
}

interface SlotChoiceProps {
  readonly seeking: Seeking;
  readonly value: ChosenSlot | undefined;
  readonly onChange: (slot: ChosenSlot) => void;
  /** Offers to say in own words what would suit. */
  readonly mayPass?: boolean;
  readonly passText?: string;
  /** The best time is chosen until the reader chooses another one. */
  readonly choosesBest?: boolean;
  /** A move by hand moves one lesson only. */
  readonly hasNoChains?: boolean;
}

const shownAtFirst = 5;

const isForAll = ({ reasons }: FreeSlotView): boolean => reasons.some(({ kind }) => kind === 'all-can-attend');

/** Times that are free for everybody concerned, best first, each with the reason why it stands there. */
export function SlotChoice({ seeking, value, onChange, mayPass, passText, choosesBest, hasNoChains }: SlotChoiceProps) {
  const { t } = useTexts();
  const name = useId();
  const [shown, setShown] = useState(shownAtFirst);
  const { data, error, refetch } = useQuery(freeSlotsQuery(seeking));
  const slots = data?.items ?? [];
  const chains = hasNoChains ? [] : (data?.chains ?? []);
  const rest = slots.length - shown;
  const best = choosesBest && !value ? slots.find(isForAll) : undefined;
  useEffect(() => {
    if (best) onChange(best);
  }, [best, onChange]);
  return (
    <fieldset className="slots">
      <legend>{t('ask.when')}</legend>
      {error && !data && <ProblemView problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting rows={3} />}
      {data && slots.length + chains.length === 0 && <p className="quiet">{t('ask.noSlots')}</p>}
      {slots.slice(0, shown).map((slot) => (
        <SlotOption
          key={slot.startsAt}
          name={name}
          slot={slot}
          isChosen={value === slot}
          onChoose={() => onChange(slot)}
        />
      ))}
      {rest > 0 && (
        <Button variant="subtle" onClick={() => setShown(shown + 10)}>
          {t('ask.moreSlots', { count: rest })}
        </Button>
      )}
      {chains.length > 0 && <p className="quiet small">{t('chain.why')}</p>}
      {chains.map((chain) => (
        <ChainOption
          key={chain.moves.map(({ startsAt }) => startsAt).join()}
          name={name}
          chain={chain}
          isChosen={value === chain}
          onChoose={() => onChange(chain)}
        />
      ))}
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

interface ChainOptionProps {
  readonly name: string;
  readonly chain: ChainView;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** "Maths to Thursday, 10:00, then Biology to Friday, 9:00" */
function ChainOption({ name, chain, isChosen, onChoose }: ChainOptionProps) {
  const { t } = useTexts();
  const times = useTimes();
  const steps = chain.moves.map(({ subjectName, groupName, startsAt }) =>
    t('chain.step', { lesson: `${subjectName}, ${groupName}`, when: times.dateTime(startsAt) }),
  );
  return (
    <label className="slot">
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      <span>
        <span className="slot-time figures">{steps.join(t('chain.then'))}</span>
        <span className="quiet small">{t('chain.disturbed', { count: chain.disturbed })}</span>
      </span>
    </label>
  );
}
