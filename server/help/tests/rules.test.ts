import { expect } from 'chai';
import { chooseOwner } from '../domain/chooseOwner.ts';
import { dueOn } from '../domain/dueOn.ts';
import { overdueStep } from '../domain/overdue.ts';
import { decideMessage, decideState, mayNext, type Part, type State } from '../domain/request.ts';

const asker: Part = { isAsker: true, isOwner: false, isManager: false };
const owner: Part = { isAsker: false, isOwner: true, isManager: false };
const manager: Part = { isAsker: false, isOwner: false, isManager: true };

describe('A request for help', () => {
  const messages: readonly (readonly [State, Part, State | 'refused'])[] = [
    ['open', owner, 'answered'],
    ['reopened', manager, 'answered'],
    ['answered', owner, 'answered'],
    ['closed', owner, 'refused'],
    ['open', asker, 'open'],
    ['answered', asker, 'reopened'],
    ['closed', asker, 'reopened'],
  ];
  for (const [state, part, after] of messages)
    it(`that is ${state} is ${after} when ${part.isAsker ? 'the asker adds to it' : 'somebody answers'}`, () => {
      const decision = decideMessage(state, part);
      expect(decision.kind === 'do' ? decision.state : 'refused').to.equal(after);
    });

  const changes: readonly (readonly [State, 'closed' | 'reopened', Part, State | string])[] = [
    ['open', 'closed', owner, 'closed'],
    ['answered', 'closed', asker, 'closed'],
    ['closed', 'closed', asker, 'already'],
    ['closed', 'reopened', asker, 'reopened'],
    ['answered', 'reopened', manager, 'reopened'],
    ['closed', 'reopened', owner, 'not-yours'],
    ['open', 'reopened', asker, 'already'],
  ];
  for (const [state, wanted, part, outcome] of changes)
    it(`that is ${state} and asked to be ${wanted} ends as ${outcome}`, () => {
      const decision = decideState(state, wanted, part);
      expect(decision.kind === 'do' ? decision.state : decision.why).to.equal(outcome);
    });

  it('offers only what would be done', () => {
    expect(mayNext('closed', owner)).to.deep.equal({
      answer: false,
      add: false,
      close: false,
      reopen: false,
      assign: false,
    });
    expect(mayNext('open', manager)).to.include({ answer: true, assign: true, reopen: false });
  });
});

describe('The day of an answer', () => {
  // 2026-09-11 is a Friday.
  const days = [
    ['question', '2026-09-07', '2026-09-09'],
    ['question', '2026-09-11', '2026-09-15'],
    ['technical', '2026-09-11', '2026-09-14'],
    ['technical', '2026-09-13', '2026-09-14'],
    ['workplace', '2026-09-11', '2026-09-18'],
    ['other', '2026-09-10', '2026-09-15'],
  ] as const;
  for (const [kind, askedOn, due] of days)
    it(`is ${due} for a ${kind} of ${askedOn}`, () => expect(dueOn(kind, askedOn)).to.equal(due));
});

describe('The owner of a question', () => {
  it('is the nearest, of those the one for whom least waits, and never the asker', () => {
    const candidates = [
      { id: 'coordinator', rank: 1, waiting: 0 },
      { id: 'busy-tutor', rank: 0, waiting: 3 },
      { id: 'tutor', rank: 0, waiting: 1 },
    ];
    expect(chooseOwner(candidates, 'somebody')).to.equal('tutor');
    expect(chooseOwner(candidates, 'tutor')).to.equal('busy-tutor');
    expect(chooseOwner([{ id: 'tutor', rank: 0, waiting: 0 }], 'tutor')).to.equal(undefined);
  });
});

describe('A request that was promised for Thursday', () => {
  const cases: readonly (readonly [string, string, string | null, string | null, string])[] = [
    ['is left alone on Thursday', '2026-09-03', 'tutor', null, 'nothing'],
    ['reminds whoever answers on Friday', '2026-09-04', 'tutor', null, 'remind'],
    ['goes to those who manage requests when Friday has passed too', '2026-09-05', 'tutor', null, 'escalate'],
    ['goes to them on Friday when nobody answers it', '2026-09-04', null, null, 'escalate'],
    ['goes to them once', '2026-09-09', 'tutor', '2026-09-05', 'remind'],
    ['goes to them again when a later day was promised since', '2026-09-05', 'tutor', '2026-08-20', 'escalate'],
  ];
  for (const [what, today, ownerId, escalatedOn, step] of cases)
    it(what, () => expect(overdueStep({ ownerId, dueOn: '2026-09-03', escalatedOn }, today)).to.equal(step));
});
