import { TableArea } from '../../../../client/src/kit/TableArea.tsx';
import { useTexts } from '../useTexts.ts';
import type { HeatSlot } from './heatSlot.ts';
import { useBenchWords } from './words.ts';

interface HeatListProps {
  readonly slots: readonly HeatSlot[];
  readonly total: number;
}

/** The same as the map, in words. */
export function HeatList({ slots, total }: HeatListProps) {
  const { t } = useTexts();
  const { place, nameOf } = useBenchWords();
  return (
    <TableArea caption={t('heat.caption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('heat.slot')}</th>
          <th scope="col" className="number">
            {t('heat.canHead', { total })}
          </th>
          <th scope="col">{t('heat.cannot')}</th>
        </tr>
      </thead>
      <tbody>
        {slots.map((slot) => (
          <tr key={`${slot.weekday} ${slot.hour}`}>
            <th scope="row" className="figures">
              {place(slot)}
            </th>
            <td className="number">{slot.online}</td>
            <td>{[...new Set(slot.cannot.map(({ person }) => nameOf(person)))].join(', ') || '–'}</td>
          </tr>
        ))}
      </tbody>
    </TableArea>
  );
}
