import type { NewPoll } from '../../schemas/topics.ts';

/** What somebody has typed for a new topic; of a poll that is not there, nothing. */
export interface TopicDraft {
  readonly title: string;
  readonly text: string;
  readonly poll?: NewPoll | undefined;
}

const textIn = (value: object, name: string): string => {
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : '';
};

function pollIn(value: unknown): NewPoll | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const options: unknown = Reflect.get(value, 'options');
  if (!Array.isArray(options) || !options.every((one) => typeof one === 'string')) return undefined;
  return { question: textIn(value, 'question'), options, isMultiple: Reflect.get(value, 'isMultiple') === true };
}

/** A poll as it lies among the drafts, which are texts; whatever else lies there is none. */
export function readPoll(kept: string): NewPoll | undefined {
  try {
    return kept ? pollIn(JSON.parse(kept)) : undefined;
  } catch {
    return undefined;
  }
}

export const keepPoll = (poll: NewPoll | undefined): string => (poll ? JSON.stringify(poll) : '');

/** A topic that was refused, each part in its own field again; what is typed there already stays in front. */
export function takenBack(typed: TopicDraft, refused: unknown): TopicDraft {
  if (typeof refused !== 'object' || refused === null) return typed;
  const title = typed.title.trim();
  const refusedTitle = textIn(refused, 'title');
  // Two topics in one: the second one's title is not lost either.
  const parts = [typed.text.trim(), ...(title ? [refusedTitle] : []), textIn(refused, 'text')];
  return {
    title: title || refusedTitle,
    text: parts.filter(Boolean).join('\n\n'),
    poll: typed.poll ?? pollIn(Reflect.get(refused, 'poll')),
  };
}
