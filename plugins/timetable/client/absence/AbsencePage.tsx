import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { PersonPicker } from '../../../../client/src/pages/people/PersonPicker.tsx';
import { addDays, dayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { absencePlanQuery, teacherAbsencesQuery, undoAbsence } from '../api/teacherAbsences.ts';
import { timetableKey } from '../api/watching.ts';
import { useTexts } from '../useTexts.ts';
import { AbsencePlanForm } from './AbsencePlanForm.tsx';
import { UndoButton } from './UndoButton.tsx';

/** A teacher is away for some days: what becomes of each lesson, and what was done lately. */
export function AbsencePage() {
  const { t } = useTexts();
  const { t: more } = useTranslation('reschedule');
  const times = useTimes();
  const [search, setSearch] = useSearchParams();
  const [teacherId, fromOn, untilOn] = ['teacher', 'from', 'until'].map((name) => search.get(name) ?? '');
  const lately = useQuery(teacherAbsencesQuery);
  const undoing = useWrite(undoAbsence, {
    refreshes: [[timetableKey]],
    onDone: () => showToast(t('absence.undone')),
    onProblem: (problem) => showToast(problem.title),
  });
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    if (name === 'from' && value > (next.get('until') ?? '')) next.set('until', value);
    setSearch(next, { replace: true });
  };
  const today = dayOf(useNow(), times.zone);
  const choose = (id: string) => setSearch({ teacher: id, from: addDays(today, 1), until: addDays(today, 1) });
  const items = lately.data?.items ?? [];
  return (
    <Page title={t('absence.title')}>
      {!teacherId && (
        <PersonPicker
          label={more('absentTeacher')}
          ofRole="teacher"
          picked={[]}
          onPick={([one]) => one && choose(one.id)}
        />
      )}
      {teacherId && (
        <>
          <div className="actions">
            <TextInput
              type="date"
              label={t('absence.from')}
              value={fromOn}
              onChange={(event) => set('from', event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t('absence.until')}
              min={fromOn}
              value={untilOn}
              onChange={(event) => set('until', event.currentTarget.value)}
            />
          </div>
          {fromOn && untilOn && untilOn >= fromOn && (
            <Plan asked={{ teacherId, fromOn, untilOn }} onUndo={(id) => undoing.mutate(id)} />
          )}
        </>
      )}
      {items.length > 0 && (
        <Section title={t('absence.lately')}>
          <List label={t('absence.lately')}>
            {items.map((one) => (
              <Row
                key={one.id}
                title={one.teacher.name}
                details={
                  <>
                    <div>{times.days(one.fromOn, one.untilOn)}</div>
                    <div>
                      {t('absence.lessons', { count: one.lessons })} · {one.madeBy} · {times.dateTime(one.madeAt)}
                      {one.isUndone && ` · ${t('absence.isUndone')}`}
                    </div>
                  </>
                }
                {...(one.isUndone
                  ? {}
                  : {
                      actions: (
                        <UndoButton
                          name={one.teacher.name}
                          isPending={undoing.isPending && undoing.variables === one.id}
                          onUndo={() => undoing.mutate(one.id)}
                        />
                      ),
                    })}
              />
            ))}
          </List>
        </Section>
      )}
    </Page>
  );
}

interface PlanProps {
  readonly asked: { readonly teacherId: string; readonly fromOn: string; readonly untilOn: string };
  readonly onUndo: (id: string) => void;
}

function Plan({ asked, onUndo }: PlanProps) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(absencePlanQuery(asked));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} />;
  return (
    <Section title={t('absence.teacher', { name: data.teacher.name })}>
      {data.lessons.length === 0 ? (
        <p className="quiet">{t('absence.none')}</p>
      ) : (
        <AbsencePlanForm
          key={data.lessons.map(({ id, revision }) => `${id} ${revision}`).join()}
          asked={asked}
          plan={data}
          onUndo={onUndo}
        />
      )}
    </Section>
  );
}
