import { TableArea } from '../../../../client/src/kit/TableArea.tsx';
import { useBenchTexts } from './useBenchTexts.ts';

/** The best score so far at a moment of the search. */
export interface ScorePoint {
  /** Share of the search that is over, 0 to 1. */
  readonly share: number;
  readonly hard: number;
  readonly soft: number;
}

const width = 320;
const height = 72;
const shownInTable = 12;

const lineOf = (points: readonly ScorePoint[], amount: (point: ScorePoint) => number): string => {
  const most = Math.max(...points.map(amount), 1);
  return points
    .map(
      (point) => `${(point.share * width).toFixed(1)},${(height - (amount(point) / most) * (height - 4)).toFixed(1)}`,
    )
    .join(' ');
};

/** Some points of many, the first and the last among them. */
const thinned = (points: readonly ScorePoint[]): readonly ScorePoint[] => {
  const step = Math.max(1, Math.ceil((points.length - 1) / (shownInTable - 1)));
  return points.filter((_, at) => at % step === 0 || at === points.length - 1);
};

/** How the score fell, drawn; the same as a table for those who do not see it. */
export function SolveChart({ points }: { readonly points: readonly ScorePoint[] }) {
  const { t, i18n } = useBenchTexts();
  if (points.length < 2) return null;
  const figure = (value: number) => value.toLocaleString(i18n.language, { maximumFractionDigits: 1 });
  return (
    <figure className="bench-chart">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <polyline className="bench-chart-soft" points={lineOf(points, ({ soft }) => soft)} />
        <polyline className="bench-chart-hard" points={lineOf(points, ({ hard }) => hard)} />
      </svg>
      <figcaption className="quiet small">{t('chart.caption')}</figcaption>
      <details className="bench-details">
        <summary>{t('chart.table')}</summary>
        <TableArea caption={t('chart.caption')} captionHidden>
          <thead>
            <tr>
              <th scope="col">{t('chart.share')}</th>
              <th scope="col">{t('score.hard')}</th>
              <th scope="col">{t('score.soft')}</th>
            </tr>
          </thead>
          <tbody>
            {thinned(points).map(({ share, hard, soft }) => (
              <tr key={share}>
                <th scope="row" className="figures">
                  {share.toLocaleString(i18n.language, { style: 'percent' })}
                </th>
                <td className="figures">{figure(hard)}</td>
                <td className="figures">{figure(soft)}</td>
              </tr>
            ))}
          </tbody>
        </TableArea>
      </details>
    </figure>
  );
}
