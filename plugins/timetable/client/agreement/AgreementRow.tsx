import { Row } from '../../../../client/src/kit/List.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { AgreementBrief } from '../../schemas/agreements.ts';
import { useTexts } from '../useTexts.ts';

/** One draft on which a home school is asked. */
export function AgreementRow({ agreement }: { readonly agreement: AgreementBrief }) {
  const { t } = useTexts();
  const times = useTimes();
  const { id, draftName, homeSchoolName, state, answerByOn } = agreement;
  const words = t(`agreement.state.${state}`, { on: times.days(answerByOn, answerByOn) });
  return <Row to={`/agreements/${id}`} title={draftName} details={`${homeSchoolName} · ${words}`} />;
}
