import { expect } from 'chai';
import { askedAs } from '../domain/agreement/silence.ts';
import { type AgreementState, agreementState, type Said, standsInTheWay } from '../domain/agreement/state.ts';

const said = (over: Partial<Said>): Said => ({
  answer: null,
  answeredFor: null,
  answerByOn: '2026-09-10',
  openObjections: 0,
  isSilenceConsent: true,
  ...over,
});

describe('A home school that is asked', () => {
  const cases: readonly (readonly [string, Partial<Said>, string, AgreementState])[] = [
    ['said nothing and has time left', {}, '2026-09-10', 'awaited'],
    ['said nothing in time', {}, '2026-09-11', 'silent'],
    ['agreed to these lessons', { answer: 'agreed', answeredFor: 'now' }, '2026-09-01', 'agreed'],
    ['agreed to other lessons and has time left', { answer: 'agreed', answeredFor: 'old' }, '2026-09-01', 'changed'],
    ['agreed to other lessons long ago', { answer: 'agreed', answeredFor: 'old' }, '2026-09-11', 'silent'],
    ['said nothing in time, where that counts for nothing,', { isSilenceConsent: false }, '2026-09-11', 'late'],
    ['objects, even when its time is over', { openObjections: 1 }, '2026-09-11', 'objected'],
    ['agreed and objects', { answer: 'agreed', answeredFor: 'now', openObjections: 1 }, '2026-09-01', 'objected'],
  ];
  for (const [what, over, today, state] of cases)
    it(`and ${what} is ${state}`, () => expect(agreementState(said(over), 'now', today)).to.equal(state));

  it('is in the way of publishing unless it agrees or was silent', () => {
    const states: AgreementState[] = ['agreed', 'silent', 'objected', 'awaited', 'changed', 'late'];
    expect(states.filter(standsInTheWay)).to.deep.equal(['objected', 'awaited', 'changed', 'late']);
  });
});

describe('The day until which a home school may answer', () => {
  const cases: readonly (readonly [string, number | null, string, string, boolean])[] = [
    ['is the day that was wished where it leaves time enough', 3, '2026-09-10', '2026-09-10', true],
    ['is later where the school wants more days', 14, '2026-09-10', '2026-09-15', true],
    ['leaves the usual days where silence never agrees', null, '2026-09-01', '2026-09-04', false],
  ];
  for (const [what, silenceDays, wishedOn, answerByOn, isSilenceConsent] of cases)
    it(what, () =>
      expect(askedAs({ silenceDays }, wishedOn, '2026-09-01')).to.deep.equal({ answerByOn, isSilenceConsent }),
    );
});
