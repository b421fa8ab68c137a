import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { YearChoicesInput, YearPlan } from '../../../../server/school/schemas/year.ts';
import { Section } from '../../kit/Section.tsx';

type Act = YearChoicesInput['groups'][number]['act'];

const isAct = (value: string): value is Act => ['promote', 'archive', 'keep'].includes(value);

interface GroupChoicesProps {
  readonly plan: YearPlan;
  readonly choices: YearChoicesInput;
  readonly onChange: (over: Partial<Pick<YearChoicesInput, 'groups' | 'subgroups'>>) => void;
}

/** What becomes of each group; what nobody chose follows from its grade. */
export function GroupChoices({ plan, choices, onChange }: GroupChoicesProps) {
  const { t } = useTranslation('year');
  const choose = (groupId: string, act: Act, name?: string) =>
    onChange({
      groups: [
        ...choices.groups.filter((one) => one.groupId !== groupId),
        { groupId, act, ...(name?.trim() ? { name } : {}) },
      ],
    });
  const rename = (subgroupId: string, name: string) =>
    onChange({
      subgroups: [
        ...choices.subgroups.filter((one) => one.subgroupId !== subgroupId),
        ...(name.trim() ? [{ subgroupId, name }] : []),
      ],
    });
  return (
    <Section title={t('groups')}>
      <ul className="year-groups">
        {plan.groups
          .toSorted((a, b) => a.grade - b.grade || a.name.localeCompare(b.name))
          .map((group) => {
            const chosen = choices.groups.find(({ groupId }) => groupId === group.groupId);
            const act = chosen?.act ?? group.act;
            return (
              <li key={group.groupId}>
                <div>
                  <strong>{group.name}</strong>
                  <div className="quiet small">{t('students', { count: group.students })}</div>
                </div>
                <NativeSelect
                  aria-label={t('actOf', { group: group.name })}
                  value={act}
                  data={(['promote', 'archive', 'keep'] as const).map((value) => ({
                    value,
                    label: t(`acts.${value}`),
                  }))}
                  onChange={({ currentTarget: { value } }) => isAct(value) && choose(group.groupId, value)}
                />
                {act === 'promote' && (
                  <div className="year-names">
                    <TextInput
                      aria-label={t('newNameOf', { group: group.name })}
                      value={chosen?.name ?? group.newName ?? ''}
                      onChange={(event) => choose(group.groupId, 'promote', event.currentTarget.value)}
                    />
                    {group.subgroups.length > 0 && (
                      <details>
                        <summary>{t('subgroups')}</summary>
                        <div className="year-names">
                          {group.subgroups.map((part) => (
                            <TextInput
                              key={part.id}
                              size="xs"
                              label={t('subgroupName', { name: part.name })}
                              value={choices.subgroups.find((one) => one.subgroupId === part.id)?.name ?? part.newName}
                              onChange={(event) => rename(part.id, event.currentTarget.value)}
                            />
                          ))}
                        </div>
                      </details>
                    )}
                  </div>
                )}
              </li>
            );
          })}
      </ul>
    </Section>
  );
}
