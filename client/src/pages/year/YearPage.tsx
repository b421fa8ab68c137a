import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { YearChoicesInput, YearPlan } from '../../../../server/school/schemas/year.ts';
import { useWrite } from '../../api/useWrite.ts';
import { changeYear, planYear, yearPreviewQuery } from '../../api/year.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Page } from '../../kit/Page.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { useSettled } from '../../kit/useSettled.ts';
import { Waiting } from '../../kit/Waiting.tsx';
import { dayOf } from '../../time/days.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { PersonPicker, type Picked } from '../people/PersonPicker.tsx';
import { Arrivals } from './Arrivals.tsx';
import { GroupChoices } from './GroupChoices.tsx';
import { LeaversPolicy } from './LeaversPolicy.tsx';
import { PlannedYear } from './PlannedYear.tsx';
import { useCountWords } from './useCountWords.ts';
import { YearHistory } from './YearHistory.tsx';
import './year.css';

const refreshes = [['year'], ['groups'], ['people'], ['courses'], ['history']] as const;

/** 1 September of this year until it has come, then of the next. */
const nextBeginning = (today: string): string => {
  const here = `${today.slice(0, 4)}-09-01`;
  return today <= here ? here : `${Number(today.slice(0, 4)) + 1}-09-01`;
};

/** The change of the school year: what happens to each group, what it amounts to, and then doing exactly that. */
export function YearPage() {
  const { t } = useTranslation(['year', 'client']);
  const today = dayOf(useNow(), useTimes().zone);
  const [choices, setChoices] = useState<YearChoicesInput>({
    ...{ beginsOn: nextBeginning(today), lastGrade: 11, endCourses: true },
    ...{ groups: [], subgroups: [], leaverIds: [], arrivals: [] },
  });
  const [leavers, setLeavers] = useState<readonly Picked[]>([]);
  const asked = useSettled(choices, 400);
  const preview = useQuery({ ...yearPreviewQuery(asked), placeholderData: keepPreviousData });
  const change = (over: Partial<YearChoicesInput>) => setChoices({ ...choices, ...over });
  const { data: plan, error } = preview;
  return (
    <Page title={t('title')} summary={t('why')} above={<Link to="/school">{t('client:school.title')}</Link>} wide>
      <PlannedYear refreshes={refreshes} />
      <div className="year-facts">
        <TextInput
          type="date"
          label={t('beginsOn')}
          value={choices.beginsOn}
          onChange={(event) => event.currentTarget.value && change({ beginsOn: event.currentTarget.value })}
        />
        <NumberInput
          label={t('lastGrade')}
          min={1}
          max={12}
          value={choices.lastGrade}
          onChange={(value) => change({ lastGrade: Number(value) || 11 })}
        />
        <Checkbox
          label={t('endCourses')}
          checked={choices.endCourses}
          onChange={(event) => change({ endCourses: event.currentTarget.checked })}
        />
      </div>
      {error && <ProblemView problem={error} onRetry={() => void preview.refetch()} />}
      {!plan && !error && <Waiting rows={6} />}
      {plan && !error && (
        <>
          <GroupChoices plan={plan} choices={choices} onChange={change} />
          <Section title={t('leavers')}>
            <PersonPicker
              label={t('leaversWhy')}
              ofRole="student"
              several
              picked={leavers}
              onPick={(picked) => {
                setLeavers(picked);
                change({ leaverIds: picked.map(({ id }) => id) });
              }}
            />
          </Section>
          <Arrivals plan={plan} choices={choices} onChange={(arrivals) => change({ arrivals })} />
          <Commit plan={plan} choices={asked} isOld={preview.isPlaceholderData || asked !== choices} />
        </>
      )}
      <LeaversPolicy />
      <YearHistory refreshes={refreshes} />
    </Page>
  );
}

interface CommitProps {
  readonly plan: YearPlan;
  readonly choices: YearChoicesInput;
  /** The plan shown belongs to earlier choices. */
  readonly isOld: boolean;
}

function Commit({ plan, choices, isOld }: CommitProps) {
  const { t } = useTranslation('year');
  const { counts, otherGrade } = plan;
  const committing = useWrite(changeYear, { refreshes, onDone: () => showToast(t('done')) });
  const planning = useWrite(planYear, { refreshes, onDone: () => showToast(t('planned.saved')) });
  const times = useTimes();
  const isLater = plan.beginsOn > dayOf(useNow(), times.zone);
  const commit = { ...choices, fingerprint: plan.fingerprint };
  const words = useCountWords()(counts);
  return (
    <Section title={t('whatHappens')}>
      <div className="stack">
        <ul>
          {words.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {otherGrade.length > 0 && (
          <p className="quiet">{t('otherGrade', { names: otherGrade.map(({ name }) => name).join(', ') })}</p>
        )}
        <FieldErrors problem={committing.error ?? planning.error} />
        <div className="actions">
          {isLater && (
            <Button
              disabled={isOld || words.length === 0}
              loading={planning.isPending}
              onClick={() => planning.mutate(commit)}
            >
              {t('planned.plan', { on: times.date(`${plan.beginsOn}T12:00:00Z`, 'UTC') })}
            </Button>
          )}
          <Button
            {...(isLater ? { variant: 'default' } : {})}
            disabled={isOld || words.length === 0}
            loading={committing.isPending}
            onClick={() => committing.mutate(commit)}
          >
            {isLater ? t('beginNow') : t('begin')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
