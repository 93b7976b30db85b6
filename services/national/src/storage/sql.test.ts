import { compile, joinSql, sql, text } from './sql';

describe('building SQL', () => {
  it('keeps values out of the text, in order', () => {
    const name = "O'Brien; DROP TABLE patients";
    expect(compile(sql`SELECT * FROM t WHERE a = ${name} AND b = ANY(${[1, 2]})`)).toEqual({
      text: 'SELECT * FROM t WHERE a = $1 AND b = ANY($2)',
      parameters: [name, [1, 2]],
    });
  });

  it('splices pieces with their own values, however deep', () => {
    const inner = sql`b > ${2}`;
    const middle = joinSql([sql`a = ${1}`, inner, sql`true`], ' AND ');
    expect(compile(sql`SELECT ${text('a, b')} FROM t WHERE ${middle} LIMIT ${3}`)).toEqual({
      text: 'SELECT a, b FROM t WHERE a = $1 AND b > $2 AND true LIMIT $3',
      parameters: [1, 2, 3],
    });
  });

  it('takes null and undefined for values', () => {
    expect(compile(sql`${null}${undefined}`)).toEqual({ text: '$1$2', parameters: [null, undefined] });
  });

  it('joins nothing to nothing', () => {
    expect(compile(joinSql([], ', '))).toEqual({ text: '', parameters: [] });
  });
});
