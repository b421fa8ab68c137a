import { expect } from 'chai';
import { stopToken } from '../../server/notify/stopToken.ts';
import { inBrowser } from './inBrowser.ts';

inBrowser('The link in a mail that ends such mails', (open) => {
  it('says without signing in which mails will end, ends those alone, and nothing before the button is pressed', async () => {
    const world = await open();
    const { sessionSecret } = world.app.config;
    const person = await world.school.person({ email: 'a@x.example' });
    const browser = await world.signIn(person);
    const rules = async (): Promise<Record<string, string>> => {
      const { body } = await browser.get('/api/me/notices').expect(200);
      return Object.fromEntries(body.areas.map(({ area, mail }: { area: string; mail: string }) => [area, mail]));
    };
    const page = await world.page({ size: 'phone', language: 'es' });
    const token = stopToken(sessionSecret, { personId: person.id, areas: ['messages', 'progress'] });
    await page.goto(`/mail-stop?token=${token}`);
    await page.getByText('Ya no le enviaremos correos sobre: Mensajes y foro, Progreso y trabajos.').waitFor();
    expect(new Set(Object.values(await rules()))).to.deep.equal(new Set(['soon']));
    await page.getByRole('button', { name: 'No enviar más' }).click();
    await page.getByRole('status').filter({ hasText: 'Ya no recibirá correos' }).waitFor();
    expect(await rules()).to.deep.equal({
      lessons: 'soon',
      requests: 'soon',
      messages: 'never',
      progress: 'never',
      account: 'soon',
    });

    await page.goto(`/mail-stop?token=${token.replace('~23', '~01')}`);
    await page.getByRole('button', { name: 'No enviar más' }).click();
    await page.getByRole('alert').waitFor();
    expect((await rules()).lessons).to.equal('soon');
  });
});
