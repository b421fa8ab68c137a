import { expect } from 'chai';
import { readTable } from '../forms/csvTable.ts';
import { csvOf } from '../writers/tables.ts';

describe('A table that spreadsheet programs open', () => {
  const formulas = [
    '=1+1',
    '@SUM(A1)',
    '+1+cmd|x',
    '-1+cmd|x',
    "-cmd|' /C calc'!A0",
    '+HYPERLINK("https://x.example")',
  ];
  const plain = ['+7 (900) 123-45-67', '-3.5', '-', '+', 'Ana-María', "'quoted'"];

  it('has nothing in it that such a program runs, and reads back as it was', () => {
    const csv = csvOf({ name: '', rows: [['name'], ...[...formulas, ...plain].map((cell) => [cell])] }, ',');
    const table = readTable(csv);
    const cells = csv
      .slice(1)
      .split('\r\n')
      .slice(1, 1 + formulas.length);
    for (const cell of cells) expect(cell).to.match(/^"?'/);
    expect(csv.split('\r\n')).to.include.members(plain);
    expect(table.ok && table.rows.flatMap((row) => row.cells)).to.deep.equal([...formulas, ...plain]);
  });
});
