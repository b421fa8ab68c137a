import { defineTopic } from '../realtime/topic.ts';

/** One person's own notices; the key is that person. */
export const noticesTopic = defineTopic({
  name: 'notify.person',
  mayWatch: async ({ actor }, key) => actor.kind === 'person' && actor.personId === key,
});
