import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { pdfText } from '../../../tests/harness/pdfText.ts';
import { languages } from '../../host/language.ts';
import { parseMarkdown } from '../../markdown/parseMarkdown.ts';
import { ownText } from '../ownText.ts';
import { audiences } from '../schemas.ts';

describe('The guides that come with the product', () => {
  it('have the same parts in every language', () => {
    for (const audience of audiences) {
      const [first, ...others] = languages.map((language) =>
        parseMarkdown(ownText(audience, language)).map((block) => block.kind),
      );
      expect(first?.length).to.be.greaterThan(8);
      for (const other of others) expect(other, audience).to.deep.equal(first);
    }
  });
});

eachApp('Guides', (start) => {
  it('are shown in the reader’s language, one’s own first, and printed', async function () {
    this.timeout(60_000);
    const { school, signIn, visitor } = await start();
    const student = await school.student({ language: 'ru' });
    const browser = await signIn(await school.guardian(student, { language: 'es' }));
    const { body: list } = await browser.get('/api/guides').expect(200);
    expect(list.items[0]).to.deep.equal({
      audience: 'guardian',
      title: 'Para madres, padres y tutores legales',
      isMine: true,
    });
    expect(list.items).to.have.length(4);
    const { body } = await (await signIn(student)).get('/api/guides/student').expect(200);
    expect(body).to.deep.include({
      title: 'Как учиться дистанционно',
      language: 'ru',
      revision: 0,
      may: { edit: false },
    });
    expect(body.blocks[0]).to.deep.equal({ kind: 'heading', level: 2, text: [{ text: 'Первый вход' }] });
    const { body: paper, headers } = await browser
      .get('/api/guides/student/print')
      .query({ language: 'ru' })
      .expect(200);
    expect(headers['content-type']).to.equal('application/pdf');
    expect((await pdfText(paper)).join(' '))
      .to.include('Как учиться дистанционно')
      .and.to.include('Слабый интернет');
    await visitor().get('/api/guides').expect(401);
  });

  it('are rewritten by the school, in versions, and never over somebody else’s change', async () => {
    const { school, signIn } = await start();
    const person = await school.staff('admin', { givenName: 'Ana', familyName: 'Ruiz' });
    const admin = await signIn(person);
    const write = (source: string, revision: number) =>
      admin.put('/api/guides/tutor').set('If-Match', `"${revision}"`).send({ language: 'en', source });
    await write('Our own guide\n\n<script>x</script> [a](javascript:alert(1))', 0).expect(200);
    await write('Somebody else', 0).expect(412);
    const { body } = await write('Our second guide\n\n- one', 1).expect(200);
    expect(body).to.deep.include({ title: 'Our second guide', revision: 2 });
    const { body: versions } = await admin.get('/api/guides/tutor/versions').expect(200);
    expect(
      versions.items.map(({ revision, changedBy }: { revision: number; changedBy: string }) => [revision, changedBy]),
    ).to.deep.equal([
      [2, 'Ana Ruiz'],
      [1, 'Ana Ruiz'],
    ]);
    const tutor = await signIn(await school.staff('tutor'));
    await tutor
      .put('/api/guides/tutor')
      .set('If-Match', '"2"')
      .send({ language: 'en', source: 'Not mine to write' })
      .expect(403);
    expect((await tutor.get('/api/guides/tutor').expect(200)).body.title).to.equal('Our second guide');
  });
});
