import * as fc from 'fast-check';
import { csvChunk } from './csv-chunk';
import { type CsvRow, CsvRowReader } from './csv-rows';

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
function read(content: string): CsvRow[] {
  const reader = new CsvRowReader();
  return [...reader.read(content), ...reader.end()];
}

describe('the rows of a CSV text', () => {
  test('counts lines as an editor does, whatever cells span several', () => {
    const content = 'code,name\nA,"one\ntwo\r\nthree"\n\nB,"he said ""no"""\r\nC,';
    expect(read(content)).toEqual([
      { line: 1, cells: ['code', 'name'] },
      { line: 2, cells: ['A', 'one\ntwo\r\nthree'] },
      { line: 6, cells: ['B', 'he said "no"'] },
      { line: 7, cells: ['C', ''] },
    ]);
  });

  test.each([
    ['a byte-order mark', '\uFEFFcode,name\nA,b\n'],
    ['CRLF', 'code,name\r\nA,b\r\n'],
    ['line ends of both kinds', 'code,name\nA,b\r\n'],
    ['no line end at the end', 'code,name\nA,b'],
    ['blank lines at the end', 'code,name\nA,b\n\n  \n'],
    ['all cells in quotes', '"code","name"\n"A","b"\n'],
  ])('reads %s', (_, content) => {
    expect(read(content)).toEqual([
      { line: 1, cells: ['code', 'name'] },
      { line: 2, cells: ['A', 'b'] },
    ]);
  });

  test('has no rows in an empty text', () => {
    expect(read('')).toEqual([]);
    expect(read('\uFEFF\n')).toEqual([]);
  });

  test('tells a line that it can not read, and goes on with the next', () => {
    const content = 'a,b\n1,"2\n3"\n4,5" nail\n6,"7"x\n8,9\n"10,11\n12,13\n';
    expect(read(content)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2\n3'] },
      { line: 4, unreadable: expect.stringContaining('quote stands inside'), text: '4,5" nail\n' },
      { line: 5, unreadable: expect.stringContaining('followed by a comma'), text: '6,"7"x\n' },
      { line: 6, cells: ['8', '9'] },
      { line: 7, unreadable: expect.stringContaining('no quote closes'), text: '"10,11\n' },
      { line: 8, cells: ['12', '13'] },
    ]);
  });

  test('reads back whatever was written by RFC 4180', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r\n', ' ', ';') });
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (written, lineEnd) => {
        let line = 1;
        const expected = written.map((cells) => {
          const row = { line, cells };
          line += cells.join('').split('\n').length;
          return row;
        });
        expect(read(written.map((cells) => cells.map(quoted).join(',')).join(lineEnd))).toEqual(expected);
      }),
    );
  });

  test('gives up a text that is broken in line after line', () => {
    const rows = read('1,2" 3\n'.repeat(5000));
    expect(rows).toHaveLength(1001);
    expect(rows.at(-1)).toEqual({ line: 1001, unreadable: expect.stringContaining('read no further'), text: '' });
  });
});

describe('csvChunk', () => {
  test('cuts a text at ends of records only', () => {
    const cell = fc.oneof(fc.constantFrom('a', 'bc'), fc.constantFrom('"x\ny"', '"""\n"', '""'));
    const record = fc.tuple(cell, cell).map((cells) => `${cells.join(',')}\n`);
    fc.assert(
      fc.property(fc.array(record), fc.integer({ min: 1, max: 20 }), (records, length) => {
        const content = records.join('');
        const ends = new Set(records.map((_, index) => records.slice(0, index + 1).join('').length));
        for (let start = 0; start < content.length; ) {
          const chunk = csvChunk(content, start, length) ?? content.slice(start);
          expect(chunk.length).toBeGreaterThanOrEqual(Math.min(length, content.length - start));
          start += chunk.length;
          expect(ends).toContain(start);
        }
      }),
    );
  });
});

describe('CsvRowReader', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r\n', 'é'), maxLength: 8 });

  test('reads the same rows from any pieces of a text as from the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell.map(quoted), { minLength: 1, maxLength: 3 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 30 }),
        (table, chunkLength, pieceLength) => {
          const content = table.map((cells) => `${cells.join(',')}\n`).join('');
          const reader = new CsvRowReader(chunkLength);
          const rows = [];
          for (let at = 0; at < content.length; at += pieceLength) rows.push(...reader.read(content.slice(at, at + pieceLength)));
          rows.push(...reader.end());
          expect(rows).toEqual(read(content));
        },
      ),
    );
  });

  test('does not wait for a quote that never closes', () => {
    const reader = new CsvRowReader();
    const row = '1,2\n';
    const rows = [...reader.read('a,b\n1,"2\n')];
    let longestWait = 0;
    for (let count = 0; count < 40; count += 1) {
      const read = [...reader.read(row.repeat(20_000))];
      longestWait = read.length === 0 ? longestWait + 1 : 0;
      for (const one of read) rows.push(one);
    }
    expect(longestWait).toBeLessThan(5);
    rows.push(...reader.end());
    expect(rows).toHaveLength(2 + 40 * 20_000);
    expect(rows[1]).toMatchObject({ line: 2, unreadable: expect.stringContaining('no quote closes') });
  });
});
