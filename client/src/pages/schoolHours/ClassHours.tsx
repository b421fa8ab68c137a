import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupsQuery } from '../../api/groups.ts';
import { previewClassHours, sendClassHours, type ClassHours as Wanted } from '../../api/schoolHours.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { DayHours } from '../hours/DayHours.tsx';
import { type Draft, homeSchoolHoursOf, isFit } from '../hours/draft.ts';
import { HoursPreviewPart } from './HoursPreviewPart.tsx';
import '../hours/hours.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

interface ClassHoursProps {
  readonly homeSchoolId: string;
  /** The group of the page around it; without one it is chosen here. */
  readonly groupId?: string;
}

/** The same hours for a whole class: whose, which, a look at what would change, then exactly that. */
export function ClassHours({ homeSchoolId, groupId }: ClassHoursProps) {
  const { t } = useTranslation('import');
  const [which, setWhich] = useState<Pick<Wanted, 'groupId' | 'grade'>>({ groupId: groupId ?? null, grade: null });
  const [draft, setDraft] = useState<Draft>({ weekly: [], exceptions: [] });
  const looking = useWrite((wanted: Wanted) => previewClassHours(homeSchoolId, wanted));
  const sending = useWrite((seen: Wanted & { fingerprint: string }) => sendClassHours(homeSchoolId, seen), {
    refreshes: [['availability']],
    onDone: ({ personIds }) => {
      showToast(t('hours.sent', { count: personIds.length }));
      looking.reset();
    },
    onProblem: () => looking.mutate(wanted),
  });
  const wanted = { ...which, ...homeSchoolHoursOf(draft) };
  const change = (work: () => void) => {
    work();
    looking.reset();
    sending.reset();
  };
  const isChosen = which.groupId !== null || which.grade !== null;
  return (
    <>
      <Section title={t('hours.class.who')}>
        <div className="stack">
          {!groupId && (
            <GroupSelect value={which.groupId} onChange={(id) => change(() => setWhich({ ...which, groupId: id }))} />
          )}
          <NativeSelect
            label={t('hours.class.grade')}
            value={which.grade ?? ''}
            onChange={({ currentTarget: { value } }) =>
              change(() => setWhich({ ...which, grade: value === '' ? null : Number(value) }))
            }
            data={[
              { value: '', label: t('hours.class.everyGrade') },
              ...grades.map((grade) => ({ value: String(grade), label: t('hours.class.gradeOf', { grade }) })),
            ]}
          />
        </div>
      </Section>
      <Section title={t('hours.class.when')}>
        <p className="quiet">{t('hours.class.whenWhat')}</p>
        <ul className="list">
          {weekdays.map((weekday) => (
            <DayHours
              key={weekday}
              kind="busy"
              weekday={weekday}
              draft={draft}
              onChange={(next, removed) =>
                change(() => {
                  setDraft(next);
                  if (removed) showToast(removed, () => setDraft(draft));
                })
              }
            />
          ))}
        </ul>
        <FieldErrors problem={looking.error ?? sending.error} />
        <div className="actions">
          <Button
            variant={looking.data ? 'default' : 'filled'}
            disabled={!isChosen || !isFit(draft)}
            loading={looking.isPending}
            onClick={() => looking.mutate(wanted)}
          >
            {t('hours.class.look')}
          </Button>
        </div>
        {!isChosen && <p className="quiet">{t('hours.class.chooseFirst')}</p>}
        {looking.data && (
          <HoursPreviewPart
            nothing={t('hours.class.nothing')}
            preview={looking.data}
            isSending={sending.isPending}
            onSend={() => looking.data && sending.mutate({ ...wanted, fingerprint: looking.data.fingerprint })}
          />
        )}
      </Section>
    </>
  );
}

interface GroupSelectProps {
  readonly value: string | null;
  readonly onChange: (groupId: string | null) => void;
}

function GroupSelect({ value, onChange }: GroupSelectProps) {
  const { t } = useTranslation('import');
  const { data } = useQuery(groupsQuery);
  return (
    <NativeSelect
      label={t('hours.class.group')}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      data={[
        { value: '', label: t('hours.class.everyGroup') },
        ...(data?.items ?? []).filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
