import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HoursPreview } from '../../api/schoolHours.ts';
import { List, Row } from '../../kit/List.tsx';
import { useTimes } from '../../time/useTimes.ts';
import { FileProblems } from '../import/FileProblems.tsx';

interface HoursPreviewPartProps {
  /** Said when nothing would change. */
  readonly nothing: string;
  readonly preview: HoursPreview;
  readonly isSending: boolean;
  readonly onSend: () => void;
}

/** What is wrong with a table, or whose hours become others. */
export function HoursPreviewPart({ nothing, preview, isSending, onSend }: HoursPreviewPartProps) {
  const { t, i18n } = useTranslation('import');
  const { faults, faultCount, changes, changeCount, same, unnamed, ignored, otherClocks } = preview;
  const listed = (names: readonly string[]) => new Intl.ListFormat(i18n.language).format(names);
  if (faultCount > 0)
    return (
      <>
        <p role="alert">{t('hours.wrong', { count: faultCount })}</p>
        {[...new Set(faults.map(({ file }) => file))].map((file) => (
          <FileProblems
            key={file}
            file={file}
            problems={faults.flatMap((fault, nth) => (fault.file === file ? [{ ...fault, nth }] : []))}
          />
        ))}
        {faultCount > faults.length && (
          <p className="quiet">{t('hours.more', { count: faultCount - faults.length })}</p>
        )}
      </>
    );
  return (
    <>
      <p role="status">{changeCount === 0 ? nothing : t('hours.changes', { count: changeCount })}</p>
      <ul className="quiet">
        {same > 0 && <li>{t('hours.same', { count: same })}</li>}
        {unnamed > 0 && <li>{t('hours.unnamed', { count: unnamed })}</li>}
        {ignored.length > 0 && <li>{t('hours.ignored', { names: listed(ignored) })}</li>}
        {otherClocks.length > 0 && <li>{t('hours.otherClocks', { names: listed(otherClocks) })}</li>}
      </ul>
      {changeCount > 0 && (
        <>
          <div className="actions">
            <Button loading={isSending} onClick={onSend}>
              {t('hours.apply', { count: changeCount })}
            </Button>
          </div>
          <List label={t('hours.changes', { count: changeCount })}>
            {changes.map((one) => (
              <ChangeRow key={one.personId} change={one} />
            ))}
          </List>
          {changeCount > changes.length && (
            <p className="quiet">{t('hours.more', { count: changeCount - changes.length })}</p>
          )}
        </>
      )}
    </>
  );
}

type Change = HoursPreview['changes'][number];

function ChangeRow({ change: { name, before, after } }: { readonly change: Change }) {
  const { t } = useTranslation('import');
  const week = useWeekText();
  return (
    <Row
      title={name}
      details={
        <>
          <div>{t('hours.was', { hours: week(before) })}</div>
          <div>{t('hours.will', { hours: week(after) })}</div>
        </>
      }
    />
  );
}

/** "Mon 08:30–13:00, 14:00–15:00; Tue 08:30–13:00" */
function useWeekText(): (windows: Change['after']) => string {
  const { t } = useTranslation('import');
  const times = useTimes();
  return (windows) => {
    const days = [...new Set(windows.map(({ weekday }) => weekday))];
    if (days.length === 0) return t('hours.free');
    return days
      .map((day) => {
        const hours = windows.filter(({ weekday }) => weekday === day).map(({ from, to }) => `${from}–${to}`);
        return `${times.weekday(day, 'short')} ${hours.join(', ')}`;
      })
      .join('; ');
  };
}
