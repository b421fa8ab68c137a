import { expect } from 'chai';
import { usualRules } from '../domain/compose/draftRules.ts';
import type { ComposeFacts } from '../domain/compose/facts.ts';
import { createComposing } from '../queries/composedOf.ts';
import { course, factsOf, group, person } from './composeFacts.ts';

describe('A composed draft', () => {
  const seventh = group('7', { studentIds: ['ana'] });
  const maths = course(seventh, 'maths');
  const lesson = { courseId: 'maths', nth: 1, at: { weekday: 1, hour: 1 }, isLocked: false };
  const known = (): ComposeFacts => factsOf({ groups: [seventh], courses: [maths], lessons: [lesson] });

  it('is composed once as long as its facts are the same', () => {
    const composedOf = createComposing();
    expect(composedOf(known())).to.equal(composedOf(known()));
  });

  const changes: readonly { what: string; over: Partial<ComposeFacts> }[] = [
    { what: 'a lesson is moved', over: { lessons: [{ ...lesson, at: { weekday: 2, hour: 1 } }] } },
    { what: 'a lesson is locked', over: { lessons: [{ ...lesson, isLocked: true }] } },
    {
      what: 'somebody is online at other hours',
      over: {
        people: new Map([
          ['ana', person('ana', { weekly: [{ kind: 'online', weekday: 1, from: '08:00', to: '09:00' }] })],
        ]),
      },
    },
    { what: 'a rule changes', over: { rules: { ...usualRules, lessonsADay: 3 } } },
    {
      what: 'the clocks change',
      over: { clocks: [{ periods: [], weekdays: new Set([1]), offsets: new Map([['Europe/Madrid', 0]]) }] },
    },
    { what: 'a student leaves', over: { groups: [{ ...seventh, studentIds: [] }] } },
  ];
  for (const { what, over } of changes)
    it(`is composed anew when ${what}`, () => {
      const composedOf = createComposing();
      const before = composedOf(known());
      expect(composedOf({ ...known(), ...over })).not.to.equal(before);
    });

  it('is forgotten when four others were asked for since', () => {
    const composedOf = createComposing();
    const first = composedOf(known());
    for (const lessonsADay of [1, 2, 3]) composedOf({ ...known(), rules: { ...usualRules, lessonsADay } });
    expect(composedOf(known())).to.equal(first);
    for (const lessonsADay of [1, 2, 3, 4]) composedOf({ ...known(), rules: { ...usualRules, lessonsADay } });
    expect(composedOf(known())).not.to.equal(first);
  });
});
