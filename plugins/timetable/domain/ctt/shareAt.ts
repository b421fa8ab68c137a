import type { Meeting } from '../../../../server/optimise/worker/meeting.ts';
import type { CttMoves } from './cttMoves.ts';

/** Threads meet at every such level, once it is cool enough for a solution to have a shape that is worth sharing. */
const MEET_EVERY = 8;
const MEET_BELOW = 1;
/** By how many temperatures another's cost has to be lower: less is chance. */
const MARGIN = 6;

/** The worse half of the threads goes on from the solutions of the better half, each from its own, where these are clearly better. */
export function shareAt(
  level: number,
  temperature: number,
  moves: CttMoves,
  meeting: Meeting,
  shouldStop: () => boolean,
): void {
  if (level % MEET_EVERY !== 0 || temperature > MEET_BELOW) return;
  const cost = moves.cost();
  const brought = meeting.meet(cost, moves.state.slotOf, shouldStop);
  if (!brought) return;
  const ranked = [...brought].sort((a, b) => a.cost - b.cost || a.thread - b.thread);
  const better = Math.ceil(ranked.length / 2);
  const rank = ranked.findIndex((one) => one.thread === meeting.thread);
  const model = rank < better ? undefined : ranked[rank - better];
  if (model && model.cost + MARGIN * temperature < cost) moves.adopt(model.solution);
}
