import { Suspense, useSyncExternalStore } from 'react';
import { isProofWanted, subscribeToProof } from '../api/stepUp.ts';
import { lazily } from '../lazily.ts';

const StepUpQuestion = lazily(async () => (await import('./StepUpQuestion.tsx')).StepUpQuestion);

/** Asks for the password or a code before something grave; what was begun goes on by itself afterwards. */
export function StepUp() {
  const wanted = useSyncExternalStore(subscribeToProof, isProofWanted);
  return wanted ? (
    <Suspense>
      <StepUpQuestion />
    </Suspense>
  ) : null;
}
