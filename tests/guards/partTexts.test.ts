import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { checkPartTexts } from '../../scripts/guards/partTexts.ts';
import { freshPath } from '../harness/testEnvironment.ts';

/** A small client in which every text comes with the page that shows it. */
const sound: Record<string, string> = {
  'client/src/main.tsx': `import { Start } from './Start.tsx'; show(Start);`,
  'client/src/Start.tsx': `const { t } = useTranslation('client');
export const Start = () => <h1>{t('nav.today')}</h1>;
const HoursPage = lazily(async () => (await import('./HoursPage.tsx')).HoursPage, 'client/hours', 'polls/board');`,
  'client/src/HoursPage.tsx': `import { Row } from './Row.tsx'; export const HoursPage = Row;`,
  'client/src/Row.tsx': `const { t } = useTranslation('client');
export const Row = () => <p>{t('hours.title')}{t(\`hours.kinds.\${kind}\`)}{t('polls:client.board')}</p>;`,
  'client/locales/en.json': `{ "nav": { "today": "Today" } }`,
  'client/locales/hours/en.json': `{ "hours": { "title": "Hours", "kinds": { "busy": "Busy" }, "left_one": "An hour", "left_other": "Hours" } }`,
  'plugins/polls/locales/board/en.json': `{ "client": { "board": "Board", "votes": { "all": "All" } } }`,
  'plugins/polls/client/index.tsx': `const texts = 'ballot';
export default [lazily(async () => (await import('./vote/VotePage.tsx')).VotePage, texts)];`,
  'plugins/polls/client/ballot/locales/en.json': `{ "title": "Ballot" }`,
  'plugins/polls/client/vote/VotePage.tsx': `const { t } = useTranslation('ballot'); export const VotePage = () => t('ballot:title');`,
};

function check(files: Record<string, string>): string[] {
  const top = freshPath('-parts');
  for (const [file, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(dirname(join(top, file)), { recursive: true });
    writeFileSync(join(top, file), text);
  }
  return checkPartTexts(top);
}

const row = 'client/src/Row.tsx';
const start = 'client/src/Start.tsx';
const page = 'client/src/Start.tsx: client/src/HoursPage.tsx';

const planted: readonly (readonly [sin: string, files: Record<string, string>, told: string])[] = [
  [
    'a page comes without the texts of a file that it imports',
    { [start]: (sound[start] ?? '').replace(`'client/hours', `, '') },
    `${page} comes without client/hours, which ${row} needs for hours.title`,
  ],
  [
    'a page comes without the texts of another module',
    { [start]: (sound[start] ?? '').replace(`, 'polls/board'`, '') },
    `${page} comes without polls/board, which ${row} needs for client.board`,
  ],
  [
    'a key that is put together is not there',
    {
      [start]: (sound[start] ?? '').replace(`'client/hours', `, ''),
      [row]: `const { t } = useTranslation('client'); export const Row = () => t(\`hours.kinds.\${kind}\`);`,
    },
    `${page} comes without client/hours, which ${row} needs for hours.kinds.`,
  ],
  [
    'a text with plural forms is not there',
    {
      [start]: (sound[start] ?? '').replace(`'client/hours', `, ''),
      [row]: `const { t } = useTranslation('client'); export const Row = () => t('hours.left', { count });`,
    },
    `${page} comes without client/hours, which ${row} needs for hours.left`,
  ],
  [
    'the first visit shows what comes later',
    { [start]: `${sound[start]}\nexport const Left = () => t('hours.left', { count });` },
    `client/src/main.tsx: the first visit comes without client/hours, which ${start} needs for hours.left`,
  ],
  [
    'a page of a plugin comes without the texts of its own prefix',
    {
      'plugins/polls/client/vote/VotePage.tsx': `const { t } = useTexts(); export const VotePage = () => t('votes.all');`,
    },
    'plugins/polls/client/index.tsx: plugins/polls/client/vote/VotePage.tsx comes without polls/board, which plugins/polls/client/vote/VotePage.tsx needs for votes.all',
  ],
];

describe('The guard of texts that come with their pages', () => {
  it('lets sound pages pass', () => {
    expect(check({})).to.deep.equal([]);
  });

  for (const [sin, files, told] of planted)
    it(`tells when ${sin}`, () => {
      expect(check(files)).to.include(told);
    });
});
