/** What is asked for. A workplace is what a tutor needs to work: a room, a device, a line. */
export const kinds = ['question', 'technical', 'workplace', 'other'] as const;
export type Kind = (typeof kinds)[number];

export const states = ['open', 'answered', 'closed', 'reopened'] as const;
export type State = (typeof states)[number];

/** In these somebody has to answer. */
export const waiting: readonly State[] = ['open', 'reopened'];

/** What happens to a request after it was asked. */
export const entryKinds = ['answer', 'addition', 'closed', 'reopened', 'assigned'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What somebody is to one request; a person may be several. */
export interface Part {
  readonly isAsker: boolean;
  readonly isOwner: boolean;
  /** Coordinator or lead tutor of whom it concerns. */
  readonly isManager: boolean;
}

export type Decision<Refusal extends string> =
  | { readonly kind: 'do'; readonly state: State; readonly entry: EntryKind }
  | { readonly kind: 'refuse'; readonly why: Refusal };

/** The asker adds to the question, which waits again when it was done; the others answer. */
export function decideMessage(state: State, part: Part): Decision<'closed'> {
  if (part.isAsker) return { kind: 'do', state: waiting.includes(state) ? state : 'reopened', entry: 'addition' };
  if (state === 'closed') return { kind: 'refuse', why: 'closed' };
  return { kind: 'do', state: 'answered', entry: 'answer' };
}

/** Everybody of a request may close it; the asker and the managers may open it again. */
export function decideState(
  state: State,
  wanted: 'closed' | 'reopened',
  part: Part,
): Decision<'already' | 'not-yours'> {
  if (wanted === 'closed')
    return state === 'closed' ? { kind: 'refuse', why: 'already' } : { kind: 'do', state: 'closed', entry: 'closed' };
  if (!part.isAsker && !part.isManager) return { kind: 'refuse', why: 'not-yours' };
  if (waiting.includes(state)) return { kind: 'refuse', why: 'already' };
  return { kind: 'do', state: 'reopened', entry: 'reopened' };
}

/** What a reader may do next with a request. */
export const mayNext = (state: State, part: Part) => ({
  answer: !part.isAsker && decideMessage(state, part).kind === 'do',
  add: part.isAsker,
  close: decideState(state, 'closed', part).kind === 'do',
  reopen: decideState(state, 'reopened', part).kind === 'do',
  assign: (part.isOwner || part.isManager) && state !== 'closed',
});
