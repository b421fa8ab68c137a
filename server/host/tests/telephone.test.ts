import { expect } from 'chai';
import { countryOf, dialled, isSameTelephone, telephoneKey } from '../telephone.ts';

const cases: readonly (readonly [typed: string, zone: string, dials: string | null])[] = [
  ['8 (916) 123-45-67', 'Europe/Moscow', '+79161234567'],
  ['916 123 45 67', 'Asia/Novosibirsk', '+79161234567'],
  ['7 916 123 45 67', 'Europe/Moscow', '+79161234567'],
  ['+7 916 123-45-67 доб. 12', 'America/Mexico_City', '+79161234567'],
  ['8 727 234-56-78', 'Asia/Almaty', '+77272345678'],
  ['55 1234 5678', 'America/Mexico_City', '+525512345678'],
  ['044 55 1234 5678', 'America/Tijuana', '+525512345678'],
  ['+52 1 55 1234 5678', 'America/Mexico_City', '+525512345678'],
  ['01 800 123 4567', 'America/Cancun', '+528001234567'],
  ['612 34 56 78', 'Europe/Madrid', '+34612345678'],
  ['0034 612 345 678', 'America/Mexico_City', '+34612345678'],
  ['(212) 555-0123', 'America/New_York', '+12125550123'],
  ['020 7946 0018', 'Europe/London', '+442079460018'],
  // Too short for the plan, or a country whose plan is not written down: as it was typed.
  ['12-34-56', 'Europe/Moscow', null],
  ['612 34 56 78', 'Asia/Tokyo', null],
  ['+0 123 456 789', 'Europe/Moscow', null],
];

describe('A telephone', () => {
  for (const [typed, zone, dials] of cases)
    it(`${typed} in ${zone} ${dials ? `dials ${dials}` : 'stays as it was typed'}`, () => {
      expect(dialled(typed, countryOf(zone))).to.equal(dials);
    });
});

/** Each line is one telephone, as the families of a school write it. */
const telephones: readonly (readonly string[])[] = [
  ['8 900 123-45-67', '+7 900 123 45 67', '900 123 45 67', '7 (900) 1234567', '8(900)123-45-67', '007 900 123 45 67'],
  ['8 800 555-35-35', '+7 800 555 35 35', '800 555 35 35'],
  ['8 727 234-56-78', '+7 727 234 56 78'],
  ['80 29 123-45-67', '+375 29 123 45 67', '29 123 45 67'],
  ['55 1234 5678', '+52 55 1234 5678', '+52 1 55 1234 5678', '044 55 1234 5678', '01 55 1234 5678', '52 55 1234 5678'],
  ['800 123 4567', '+52 800 123 4567', '01 800 123 4567'],
  ['612 34 56 78', '+34 612 345 678', '0034 612345678', '34 612 345 678'],
  ['912 345 678', '+34 912 345 678'],
  ['020 7946 0018', '+44 20 7946 0018'],
  ['+7 495 123-45-67 доб. 12', '8 495 123 45 67 доб.12'],
  ['+7 495 123-45-67 доб. 13'],
  ['+7 495 123-45-67'],
  ['12-34-56'],
];

describe('Telephones of one person', () => {
  const all = telephones.flatMap((ways, nth) => ways.map((typed) => ({ typed, nth })));

  for (const ways of telephones)
    it(`are one, however it is written: ${ways[0]}`, () => {
      expect([...new Set(ways.map(telephoneKey))]).to.have.length(1);
    });

  it('are the same only when they are one', () => {
    const wrong = all.flatMap((one) =>
      all
        .filter((other) => isSameTelephone(one.typed, other.typed) !== (one.nth === other.nth))
        .map((other) => `${one.typed} / ${other.typed}`),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('are never the same in two countries that both are named', () => {
    expect(isSameTelephone('+7 900 123 45 67', '+52 900 123 4567')).to.equal(false);
  });
});
