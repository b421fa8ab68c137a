import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { emptyDatabase } from '../../../tests/harness/emptyDatabase.ts';
import { keeping } from '../../../tests/harness/keeping.ts';
import { tablesOfProduct } from '../../../tests/harness/product.ts';
import { freshPath } from '../../../tests/harness/testEnvironment.ts';
import { backUp } from '../backup.ts';
import { connect } from '../connect.ts';

describe('A backup of a database on SQLite', () => {
  const keep = keeping();

  async function begin() {
    const { config, remove } = await emptyDatabase('SQLite', tablesOfProduct());
    keep(remove);
    if (config.dialect !== 'sqlite') throw new Error('not SQLite');
    const database = connect(config);
    keep(() => database.close());
    const folder = freshPath('-backup');
    mkdirSync(folder);
    const name = (text: string) =>
      database.write((trx) => trx('http_idempotency').insert({ ...row, id: text, key: text }));
    return { file: config.file, target: join(folder, 'tutoria.db'), name };
  }

  const row = { actorId: 'a', route: 'r', bodyHash: 'h', status: 200, replyJson: '{}', createdAt: new Date(0) };

  const namesIn = async (file: string): Promise<string[]> => {
    const copy = `${file}.read`;
    copyFileSync(file, copy);
    const database = connect({ dialect: 'sqlite', file: copy });
    const names: string[] = await database.reader('http_idempotency').orderBy('key').pluck('key');
    await database.close();
    return names;
  };

  it('has all that was stored before it, though others write meanwhile, and takes the place of the one before', async () => {
    const { file, target, name } = await begin();
    await name('one');
    const [bytes] = await Promise.all([backUp(file, target), name('two')]);
    expect(bytes).to.equal(statSync(target).size);
    expect(await namesIn(target)).to.include('one');
    await name('three');
    await backUp(file, target);
    expect(await namesIn(target)).to.deep.equal(['one', 'three', 'two']);
    expect(statSync(target).mode & 0o777).to.equal(0o600);
  });

  it('that cannot be made leaves the one before', async () => {
    const { file, target } = await begin();
    await backUp(file, target);
    const before = readFileSync(target);
    const broken = join(target, '..', 'broken.db');
    writeFileSync(broken, 'no database'.repeat(1000));
    for (const source of [broken, join(target, '..', 'missing.db')]) {
      const failure = await backUp(source, target).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(failure, source).to.be.instanceOf(Error);
    }
    expect(readFileSync(target).equals(before)).to.equal(true);
    expect(existsSync(`${target}.part`)).to.equal(false);
  });
});
