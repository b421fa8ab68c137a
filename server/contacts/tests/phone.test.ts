import { expect } from 'chai';
import { countryOf, dialled } from '../domain/phone.ts';

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
