import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../Choice.tsx';
import { usePhone } from '../usePhone.ts';
import './heat.css';

interface Heading {
  readonly id: string;
  readonly label: string;
}

/** One slot of a week and how many of the group can be there. */
export interface HeatCell {
  /** Ids of a day and of an hour. */
  readonly day: string;
  readonly hour: string;
  readonly can: number;
  readonly total: number;
  /** What stands there already: the subject of a lesson. */
  readonly taken?: string;
}

interface HeatGridProps {
  readonly caption: string;
  readonly days: readonly Heading[];
  readonly hours: readonly Heading[];
  readonly cells: readonly HeatCell[];
  /** Opens "who cannot and why". */
  readonly onOpen: (cell: HeatCell) => void;
}

type Level = 'all' | 'most' | 'some' | 'none';

function levelOf({ can, total }: HeatCell): Level {
  if (can >= total) return 'all';
  if (can === 0) return 'none';
  return can * 4 >= total * 3 ? 'most' : 'some';
}

/** Slots of a week with the number of those who can come: by figure and by pattern, not by colour alone. */
export function HeatGrid({ caption, days, hours, cells, onOpen }: HeatGridProps) {
  const phone = usePhone();
  const { t } = useTranslation('client');
  const [chosen, setChosen] = useState(days[0]?.id ?? '');
  const shown = phone ? days.filter((day) => day.id === chosen) : days;
  const at = new Map(cells.map((cell) => [`${cell.day} ${cell.hour}`, cell]));
  return (
    <div className="stack">
      {phone && (
        <Choice
          legend={t('heat.day')}
          legendHidden
          options={days.map(({ id, label }) => ({ value: id, label }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <table className="heat">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <td />
            {shown.map((day) => (
              <th key={day.id} scope="col">
                {day.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour.id}>
              <th scope="row" className="figures">
                {hour.label}
              </th>
              {shown.map((day) => {
                const cell = at.get(`${day.id} ${hour.id}`);
                return (
                  <td key={day.id}>
                    {cell && <HeatButton cell={cell} name={`${day.label}, ${hour.label}`} onOpen={onOpen} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <HeatLegend />
    </div>
  );
}

interface HeatButtonProps {
  readonly cell: HeatCell;
  readonly name: string;
  readonly onOpen: (cell: HeatCell) => void;
}

function HeatButton({ cell, name, onOpen }: HeatButtonProps) {
  const { t } = useTranslation('client');
  const words = t('heat.cell', { slot: name, can: cell.can, total: cell.total });
  return (
    <button
      type="button"
      className={`heat-cell heat-${levelOf(cell)}`}
      aria-label={cell.taken ? `${words} ${cell.taken}` : words}
      onClick={() => onOpen(cell)}
    >
      <span className="heat-count">{cell.can >= cell.total ? `✓ ${cell.can}` : `${cell.can}/${cell.total}`}</span>
      {cell.taken && <span className="heat-taken">{cell.taken}</span>}
    </button>
  );
}

function HeatLegend() {
  const { t } = useTranslation('client');
  const levels: readonly Level[] = ['all', 'most', 'some', 'none'];
  return (
    <ul className="heat-legend small quiet" aria-label={t('heat.legend')}>
      {levels.map((level) => (
        <li key={level}>
          <span className={`heat-sample heat-${level}`} aria-hidden="true" />
          {t(`heat.${level}`)}
        </li>
      ))}
    </ul>
  );
}
