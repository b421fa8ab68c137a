import { expect } from 'chai';
import { answerIn } from '../domain/answer.ts';
import { failureIn } from '../domain/deliveryStatus.ts';
import { classify, type IncomingMail } from '../domain/incoming.ts';
import { readAddress, signedAddress } from '../inbound/address.ts';

describe('What somebody wrote in an answer by mail', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['without a quote is all of it', 'Yes, at five.\n\nThank you', 'Yes, at five.\n\nThank you'],
    [
      'ends where Gmail quotes',
      'Yes.\n\nOn Mon, Sep 7, 2026 at 10:00 AM Tutoria <t@x.example> wrote:\n\n> Will you come?',
      'Yes.',
    ],
    [
      'ends where Gmail breaks the line before the quote',
      'Sí, gracias.\n\nEl lun, 7 sept 2026 a las 10:00, Tutoria (<t@x.example>)\nescribió:\n\n> ¿Viene?',
      'Sí, gracias.',
    ],
    ['ends where Yandex quotes', 'Да, будем.\n\n07.09.2026, 10:00, "Tutoria" <t@x.example>:\n> Придёте?', 'Да, будем.'],
    [
      'ends where Mail.ru quotes',
      'Да.\n\nПонедельник, 7 сентября 2026, 10:00 +03:00 от Tutoria <t@x.example> пишет:\n>Придёте?',
      'Да.',
    ],
    [
      'ends where a Russian Gmail quotes',
      'Хорошо\n\nпн, 7 сент. 2026 г. в 10:00, Tutoria <t@x.example>:\n\n> Придёте?',
      'Хорошо',
    ],
    [
      'ends at the head that Outlook repeats',
      'OK\n\nFrom: Tutoria <t@x.example>\nSent: Monday, September 7, 2026\nTo: Ana\nSubject: x\n\nWill you?',
      'OK',
    ],
    ['ends at it in Spanish', 'De acuerdo\n\nDe: Tutoria\nEnviado: lunes\nPara: Ana\n\n¿Viene?', 'De acuerdo'],
    ['ends at it in Russian', 'Согласна\n\nОт: Tutoria\nОтправлено: понедельник\nКому: Анна\n\nПридёте?', 'Согласна'],
    ['ends at a line of Outlook', 'OK\n________________________________\nDe: Tutoria\n', 'OK'],
    ['ends at the word for the original', 'OK\n-----Original Message-----\nWill you?', 'OK'],
    ['ends at the signature', 'Да\n-- \nС уважением,\nАнна', 'Да'],
    ['ends at what phones add', 'Да\n\nОтправлено с iPhone', 'Да'],
    ['ends at what phones add in Spanish', 'Sí\n\nEnviado desde mi iPhone', 'Sí'],
    ['keeps what stands between quotes', '> Will you come?\nYes.\n> At five?\nAt six.', 'Yes.\nAt six.'],
    [
      'keeps a sentence that looks like the line before a quote',
      'As I wrote:\nwe come at five.',
      'As I wrote:\nwe come at five.',
    ],
    ['keeps a line that begins with From', 'From: now on we come at five', 'From: now on we come at five'],
    ['is empty where only the quote came back', '> Will you come?', ''],
  ];
  for (const [title, mail, own] of table)
    it(title, () => expect(answerIn(mail.replaceAll('\n', '\r\n'))).to.equal(own));

  // Each of these took the square of its length, and nobody else was answered meanwhile.
  for (const [title, mail] of [
    ['short lines', 'a\n'.repeat(100_000)],
    ['signs of addresses', `1234 <${'a@'.repeat(100_000)}`],
    ['signs of addresses in lines', `${'1 <'.repeat(330)}a@a@a@\n`.repeat(200)],
  ] as const)
    it(`is found at once in a long answer of ${title}`, () => expect(answerIn(mail)).to.equal(mail.trim()));
});

describe('A mail that came in', () => {
  const mail = (over: Partial<IncomingMail> & { readonly head?: Record<string, string> } = {}): IncomingMail => ({
    from: ['ana@home.example'],
    to: [],
    subject: 'Re: Lesson',
    deliveryStatus: undefined,
    ...over,
    headers: new Map(Object.entries(over.head ?? {})),
  });
  const automatic: readonly (readonly [string, ReturnType<typeof mail>])[] = [
    ['a holiday note by its head', mail({ head: { 'auto-submitted': 'auto-replied' } })],
    ['a holiday note by its subject', mail({ subject: 'Автоответ: Re: Lesson' })],
    ['a Spanish holiday note', mail({ subject: 'Respuesta automática: Re: Clase' })],
    ['bulk mail', mail({ head: { precedence: 'bulk' } })],
    ['a mailing list', mail({ head: { 'list-id': '<parents.school.example>' } })],
    ['a mail without way back', mail({ head: { 'return-path': '<>' } })],
    ['a mail server', mail({ from: ['MAILER-DAEMON@mx.example'] })],
    ['a mail of several', mail({ from: ['a@x.example', 'b@x.example'] })],
    ['a mail of nobody', mail({ from: [] })],
    ['a report of a delay', mail({ deliveryStatus: 'Action: delayed\nStatus: 4.4.1' })],
  ];
  for (const [title, one] of automatic)
    it(`of ${title} is no answer`, () => expect(classify(one).kind).to.equal('automatic'));

  it('of a person is an answer, also when its program says that no program wrote it', () => {
    expect(classify(mail({ head: { 'auto-submitted': 'no' } }))).to.deep.equal({
      kind: 'answer',
      from: 'ana@home.example',
    });
  });

  it('that reports a failure names the code', () => {
    const report =
      'Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; a@x.example\r\nAction: failed\r\nStatus: 5.1.1\r\n';
    expect(classify(mail({ from: [], deliveryStatus: report }))).to.deep.equal({
      kind: 'failed',
      failure: { status: '5.1.1' },
    });
    expect(failureIn('Action: failed\nDiagnostic-Code: smtp; 552 mailbox full')).to.deep.equal({ status: '552' });
    expect(failureIn('Action: delivered\nStatus: 2.0.0')).to.equal(undefined);
  });
});

describe('A signed address', () => {
  const id = '01900000-0000-7000-8000-0000000000ab';
  const base = 'reply@in.school.example';
  const address = signedAddress('secret', base, { kind: 'reply', id });

  it('fits before the @, survives small and large letters, and says what it was made for', () => {
    expect(address.split('@')[0]).to.have.length.below(65);
    expect(readAddress('secret', base, address.toUpperCase())).to.deep.equal({ kind: 'reply', id });
  });

  it('means nothing when anything in it was changed', () => {
    const changed = [
      address.replace('+r', '+b'),
      address.replace('ab', 'ac'),
      address.replace('@', '0@'),
      address.replace('school', 'scholl'),
      `x${address}`,
      'reply@in.school.example',
    ];
    for (const one of changed) expect(readAddress('secret', base, one), one).to.equal(undefined);
    expect(readAddress('another', base, address)).to.equal(undefined);
  });
});
