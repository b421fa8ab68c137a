import { demoLogins } from '../../demo/accounts.ts';
import type { DemoContext } from '../../host/demo.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { PeopleReach } from '../api.ts';
import { limitGuardianship, separateGuardians } from '../commands/rights.ts';

interface Pair {
  readonly studentId: string;
  readonly motherId: string;
  readonly fatherId: string;
  readonly fatherHoldsId: string;
}

/** Two families whose parents live apart: their addresses are hidden from each other, and a court limits one father. */
export async function makeDemo(reach: PeopleReach, { read, write, report }: DemoContext): Promise<void> {
  report('Parents who live apart, and what a court has limited');
  const [first, second] = await read(pairs);
  await write(async (scope) => {
    for (const pair of [first, second])
      if (pair)
        await separateGuardians(reach)(scope, {
          guardianId: pair.motherId,
          otherGuardianId: pair.fatherId,
          note: 'По просьбе матери',
        });
    if (first)
      await limitGuardianship(reach)(scope, first.fatherHoldsId, {
        kind: 'reads-only',
        orderText: 'Решение районного суда от 12.03, дело № 2-418',
        untilOn: null,
      });
  });
}

/** Students with a mother and a father, but for the family of the demo accounts. */
async function pairs({ db }: ReadScope): Promise<Pair[]> {
  return db('people_guardianship as mother')
    .join('people_guardianship as father', 'father.studentId', 'mother.studentId')
    .join('people_person as student', 'student.id', 'mother.studentId')
    .where({ 'mother.relation': 'mother', 'father.relation': 'father' })
    .whereNotIn(
      'mother.studentId',
      db('people_guardianship as held')
        .join('people_person as known', 'known.id', 'held.guardianId')
        .where('known.externalId', demoLogins.guardian ?? '')
        .select('held.studentId'),
    )
    .orderBy('student.externalId')
    .limit(2)
    .select<Pair[]>({
      studentId: 'mother.studentId',
      motherId: 'mother.guardianId',
      fatherId: 'father.guardianId',
      fatherHoldsId: 'father.id',
    });
}
