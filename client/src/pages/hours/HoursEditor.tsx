import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AvailabilityView } from '../../../../server/calendar/schemas.ts';
import { ApiProblem } from '../../api/ApiProblem.ts';
import { availabilityQuery } from '../../api/availability.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { SavedAt } from '../../kit/SavedAt.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { Waiting } from '../../kit/Waiting.tsx';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { DayHours } from './DayHours.tsx';
import { type Draft, draftOf, isFit, type WindowKind, windowsOn, withoutChange } from './draft.ts';
import { Exceptions } from './Exceptions.tsx';
import { useAutosave } from './useAutosave.ts';
import { useSaveHours } from './useSaveHours.ts';
import './hours.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** One person's hours. What is written is saved by itself; a newer version of somebody else is shown, not overwritten. */
export function HoursEditor({ personId }: { readonly personId: string }) {
  const { data, error, refetch } = useQuery(availabilityQuery(personId));
  const [round, setRound] = useState(0);
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={7} />;
  const reload = () => void refetch().then(() => setRound(round + 1));
  return <Editor key={round} availability={data} onReload={reload} />;
}

interface EditorProps {
  readonly availability: AvailabilityView;
  readonly onReload: () => void;
}

function Editor({ availability, onReload }: EditorProps) {
  const { t } = useTranslation('client');
  const { may } = availability;
  const [draft, setDraft] = useState(() => draftOf(availability));
  const save = useSaveHours(availability, draft);
  const saving = useAutosave(draft, isFit(draft), save);
  const change = (next: Draft, removed?: string) => {
    setDraft(next);
    if (saving.problem) saving.retry();
    if (removed) showToast(removed, () => setDraft((current) => withoutChange(current, draft, next)));
  };
  const mayWrite = may.write || may.writeHomeSchoolHours;
  const hasBusy = draft.weekly.some(({ kind }) => kind === 'busy');
  return (
    <>
      <div className="hours-head">
        <ForeignClock zone={availability.zone} />
        {mayWrite ? (
          <SavedAt state={saving.state} at={saving.savedAt} />
        ) : (
          <p className="quiet">{t('hours.readOnly')}</p>
        )}
      </div>
      {saving.problem && <SaveProblem problem={saving.problem} onRetry={saving.retry} onReload={onReload} />}
      <Week kind="online" draft={draft} onChange={may.write ? change : undefined} />
      {(hasBusy || may.writeHomeSchoolHours) && (
        <Week kind="busy" draft={draft} onChange={may.writeHomeSchoolHours ? change : undefined} />
      )}
      <Exceptions draft={draft} onChange={may.write ? change : undefined} />
    </>
  );
}

/** Hours are meant on the person's own clock; said only when the reader has another. */
function ForeignClock({ zone }: { readonly zone: string }) {
  const { t } = useTranslation('client');
  const name = useTimes().foreignZone(zone, useNow());
  return name ? <p>{t('hours.onClockOf', { zone: name })}</p> : null;
}

interface WeekProps {
  readonly kind: WindowKind;
  readonly draft: Draft;
  readonly onChange: ((next: Draft, removed?: string) => void) | undefined;
}

function Week({ kind, draft, onChange }: WeekProps) {
  const { t } = useTranslation('client');
  const shown = onChange ? weekdays : weekdays.filter((weekday) => windowsOn(draft, kind, weekday).length > 0);
  return (
    <Section title={t(`hours.${kind}`)}>
      <p className="quiet">{t(`hours.${kind}Why`)}</p>
      {shown.length === 0 && <p>{t('hours.none')}</p>}
      <ul className="list">
        {shown.map((weekday) => (
          <DayHours key={weekday} kind={kind} weekday={weekday} draft={draft} onChange={onChange} />
        ))}
      </ul>
    </Section>
  );
}

interface SaveProblemProps {
  readonly problem: Error;
  readonly onRetry: () => void;
  readonly onReload: () => void;
}

function SaveProblem({ problem, onRetry, onReload }: SaveProblemProps) {
  const { t } = useTranslation('client');
  const isConflict = problem instanceof ApiProblem && problem.status === 412;
  return (
    <div className="stack">
      <FieldErrors problem={problem} />
      <div className="actions">
        {isConflict ? (
          <Button variant="default" onClick={onReload}>
            {t('hours.showNewer')}
          </Button>
        ) : (
          <Button variant="default" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
