import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NoticeView } from '../../../../server/notify/schemas.ts';
import { Row } from '../../kit/List.tsx';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';

type Params = NoticeView['params'];

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const localDate = /^\d{4}-\d\d-\d\d$/;

/** Instants and dates among the parameters, written for the reader. */
function useReadable(): (params: Params) => Params {
  const times = useTimes();
  const readable = (value: Params[string] | undefined) => {
    if (typeof value !== 'string') return value ?? '';
    if (instant.test(value)) return times.dateTime(value);
    return localDate.test(value) ? times.longDate(value) : value;
  };
  return (params) => Object.fromEntries(Object.entries(params).map(([name, value]) => [name, readable(value)]));
}

/** `timetable.lesson-moved` is told by the text `notices.lesson-moved` of the plugin `timetable`. */
function useNoticeText(): (notice: NoticeView) => string {
  const { t } = useTranslation();
  const readable = useReadable();
  return ({ kind, params, about }) => {
    const dot = kind.indexOf('.');
    const text = t(`notices.${kind.slice(dot + 1)}`, { ns: kind.slice(0, dot), ...readable(params) });
    return about?.name ? t('about', { ns: 'notify', name: about.name, text }) : text;
  };
}

interface NoticeRowProps {
  readonly notice: NoticeView;
}

/** One notice; the child it is about is named. */
export function NoticeRow({ notice }: NoticeRowProps) {
  const { t } = useTranslation(['client', 'notify']);
  const textOf = useNoticeText();
  const times = useTimes();
  const now = useNow();
  const unread = notice.readAt === null;
  return (
    <Row
      fresh={unread}
      to={notice.link}
      title={
        <>
          {unread && <span className="unseen">{t('notices.new')}: </span>}
          {textOf(notice)}
        </>
      }
      details={
        <>
          {notice.urgentReason && <span className="notice-urgent">{notice.urgentReason} · </span>}
          <time dateTime={notice.createdAt}>{times.relative(notice.createdAt, now)}</time>
          {' · '}
          <Link to={`/notices/${notice.id}`}>{t('notify:why')}</Link>
        </>
      }
    />
  );
}
