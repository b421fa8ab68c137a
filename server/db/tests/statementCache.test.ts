import { expect } from 'chai';
import { StatementCache } from '../statementCache.ts';

/** A connection that remembers what it was asked to prepare. */
function counting() {
  const prepared: string[] = [];
  const connection = {
    prepare: (sql: string) => {
      prepared.push(sql);
      return { sql };
    },
  };
  return { prepared, cache: new StatementCache(connection) };
}

describe('Statements of a connection', () => {
  it('are prepared once a text', () => {
    const { prepared, cache } = counting();
    expect(cache.prepare('select 1')).to.equal(cache.prepare('select 1'));
    expect(prepared).to.deep.equal(['select 1']);
  });

  it('are prepared anew after tables changed', () => {
    const { prepared, cache } = counting();
    for (const sql of ['select 1', 'alter table a add b', 'select 1']) cache.prepare(sql);
    expect(prepared).to.deep.equal(['select 1', 'alter table a add b', 'select 1']);
  });

  it('are never kept when they begin or end a transaction', () => {
    const { prepared, cache } = counting();
    for (const sql of ['BEGIN IMMEDIATE;', 'COMMIT;', 'BEGIN IMMEDIATE;', 'COMMIT;']) cache.prepare(sql);
    expect(prepared).to.have.length(4);
  });

  it('do not grow for ever: what was not used longest goes first', () => {
    const { prepared, cache } = counting();
    cache.prepare('select 0');
    for (let at = 1; at < 500; at++) cache.prepare(`select ${at}`);
    cache.prepare('select 0');
    cache.prepare('select 500');
    prepared.length = 0;
    cache.prepare('select 0');
    cache.prepare('select 1');
    expect(prepared).to.deep.equal(['select 1']);
  });
});
