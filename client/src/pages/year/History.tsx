import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { historyQuery } from '../../api/year.ts';
import { Empty } from '../../kit/Empty.tsx';
import { List, Row } from '../../kit/List.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { useTimes } from '../../time/useTimes.ts';

export const StudentHistory = ({ studentId }: { readonly studentId: string }) => <History of="people" id={studentId} />;
export const GroupHistory = ({ groupId }: { readonly groupId: string }) => <History of="groups" id={groupId} />;

/** Groups, tutors and courses with their dates; what goes on comes first. */
function History({ of, id }: { readonly of: 'groups' | 'people'; readonly id: string }) {
  const { t } = useTranslation(['year', 'school']);
  const times = useTimes();
  const { data, error, refetch } = useQuery(historyQuery(of, id));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.items.length === 0) return <Empty title={t('noHistory')} />;
  const span = (fromOn: string | null, untilOn: string | null) => {
    if (fromOn && untilOn) return `${times.longDate(fromOn)} – ${times.longDate(untilOn)}`;
    if (untilOn) return t('until', { on: times.longDate(untilOn) });
    return fromOn ? t('since', { on: times.longDate(fromOn) }) : t('now');
  };
  return (
    <List label={t('school:history')}>
      {data.items.map(({ kind, name, fromOn, untilOn }) => (
        <Row
          key={[kind, name, fromOn, untilOn].join(' ')}
          title={name}
          details={`${t(`kinds.${kind}`)} · ${span(fromOn, untilOn)}`}
        />
      ))}
    </List>
  );
}
