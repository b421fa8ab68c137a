import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { TableArea } from '../../../../client/src/kit/TableArea.tsx';
import type { ExplanationView } from '../../schemas/explanation.ts';
import { useBenchTexts } from './useBenchTexts.ts';
import { lessonName, useBenchWords } from './words.ts';

export const sharedBy = ['groups', 'teachers', 'lessons'] as const;
export type SharedBy = (typeof sharedBy)[number];

const shownAtMost = 100;

interface Share {
  readonly key: string;
  readonly label: string;
  readonly hard: number;
  readonly soft: number;
}

/** The score shared out to groups, teachers or lessons, those with most first. */
export function Shares({ shares, by }: { readonly shares: ExplanationView['shares']; readonly by: SharedBy }) {
  const { t, i18n } = useBenchTexts();
  const { nameOf } = useBenchWords();
  const figure = (value: number) => value.toLocaleString(i18n.language, { maximumFractionDigits: 1 });
  const rows: Record<SharedBy, readonly Share[]> = {
    groups: shares.groups.map((one) => ({ ...one, key: one.groupId, label: one.groupName ?? '' })),
    teachers: shares.teachers.map((one) => ({ ...one, key: one.teacher?.id ?? '', label: nameOf(one.teacher) })),
    lessons: shares.lessons.map((one) => ({
      ...one,
      key: `${one.lesson.courseId} ${one.lesson.nth}`,
      label: lessonName(one.lesson),
    })),
  };
  const carried = rows[by].filter(({ hard, soft }) => hard > 0 || soft > 0);
  if (carried.length === 0) return <Empty title={t('share.none')}>{t('share.noneWhy')}</Empty>;
  return (
    <TableArea caption={t(`share.${by}`)} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t(`share.${by}`)}</th>
          <th scope="col">{t('score.hard')}</th>
          <th scope="col">{t('score.soft')}</th>
        </tr>
      </thead>
      <tbody>
        {carried
          .toSorted((a, b) => b.hard - a.hard || b.soft - a.soft)
          .slice(0, shownAtMost)
          .map(({ key, label, hard, soft }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className="figures">{figure(hard)}</td>
              <td className="figures">{figure(soft)}</td>
            </tr>
          ))}
      </tbody>
    </TableArea>
  );
}
