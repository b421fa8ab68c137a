import type { DemoContext } from '../../../server/host/demo.ts';
import type { Apis } from '../apis.ts';
import { castOf } from './actors.ts';
import { reportLessons } from './attendance.ts';
import { demoWordsIn } from './demoWords.ts';
import { addExtra, coverTeacher, planMeetings } from './planning.ts';
import { playRequests, proposeChain, stories } from './requests.ts';

/** Of the Russian groups; beside them one that speaks Spanish. More would keep people waiting for the demo. */
const most = 3;

/** In some groups: requests in every state, a chain, an extra lesson, meetings, a teacher who is away. */
export async function makeRequests(apis: Apis, demo: DemoContext, groupIds: readonly string[]): Promise<void> {
  demo.report('Asking for other times, planning meetings');
  const sorted = groupIds.toSorted();
  const chosen = [...sorted.slice(0, most), ...sorted.slice(-1)];
  for (const groupId of chosen) {
    const cast = await demo.write((scope) => castOf(apis, scope, groupId));
    if (!cast) continue;
    const [tutor] = await demo.read((scope) => apis.people.peopleByIds(scope.db, [cast.tutorId]));
    const words = demoWordsIn(tutor?.language ?? 'ru');
    await playRequests(apis, demo, cast, stories(words.reasons, words.wish));
    await proposeChain(apis, demo, cast, words.chain);
    await addExtra(apis, demo, cast);
    await planMeetings(apis, demo, cast, words);
    await coverTeacher(apis, demo, cast);
  }
  await reportLessons(apis, demo, chosen);
  await demo.settle();
}
