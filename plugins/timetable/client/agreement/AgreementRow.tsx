import { Row } from '../../../../client/src/kit/List.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { AgreementBrief } from '../../schemas/agreements.ts';
import { useAgreementTexts } from './useAgreementTexts.ts';

/** One draft on which a home school is asked. */
export function AgreementRow({ agreement }: { readonly agreement: AgreementBrief }) {
  const { t } = useAgreementTexts();
  const times = useTimes();
  const { id, draftName, homeSchoolName, state, answerByOn } = agreement;
  const words = t(`state.${state}`, { on: times.days(answerByOn, answerByOn) });
  return <Row to={`/agreements/${id}`} title={draftName} details={`${homeSchoolName} · ${words}`} />;
}
