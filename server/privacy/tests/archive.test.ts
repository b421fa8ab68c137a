import { expect } from 'chai';
import { packFiles } from '../domain/archive.ts';

const file = (name: string, size = 10) => ({ id: name, name, size });

describe('Files of an archive', () => {
  const cases: readonly [string, readonly string[], readonly string[]][] = [
    ['keep their names', ['a.pdf', 'b.pdf'], ['Files/a.pdf', 'Files/b.pdf']],
    ['of one name are numbered', ['a.pdf', 'a.pdf', 'a.pdf'], ['Files/a.pdf', 'Files/a (2).pdf', 'Files/a (3).pdf']],
    ['differ for devices that know no case', ['Эссе.docx', 'эссе.docx'], ['Files/Эссе.docx', 'Files/эссе (2).docx']],
    [
      'never take the name of another',
      ['a.pdf', 'a (2).pdf', 'a.pdf'],
      ['Files/a.pdf', 'Files/a (2).pdf', 'Files/a (3).pdf'],
    ],
    ['without an ending are numbered at the end', ['notes', 'notes'], ['Files/notes', 'Files/notes (2)']],
  ];
  for (const [title, names, paths] of cases)
    it(title, () => {
      const { packed } = packFiles(
        names.map((name) => file(name)),
        'Files',
      );
      expect(packed.map(({ path }) => path)).to.deep.equal(paths);
    });

  it('that do not fit are left out, and smaller ones behind them still go in', () => {
    const { packed, leftOut } = packFiles([file('a', 60), file('b', 50), file('c', 40)], 'Files', 100);
    expect(packed.map(({ file: { name } }) => name)).to.deep.equal(['a', 'c']);
    expect(leftOut.map(({ name }) => name)).to.deep.equal(['b']);
  });
});
