import type { CaseChanges } from '../../testing/case-facts';
import { hitsOf } from '../../testing/rule-context';
import { karyotypeFitsRule } from './karyotype-fits';

const normal = '46,XX[20]';

describe('KARYOTYPE_DOES_NOT_FIT', () => {
  test.each<[string, CaseChanges, readonly string[]]>([
    ['t(9;22) and Ph+', {}, []],
    ['no karyotype', { diagnosis: { karyotype: undefined } }, []],
    ['no diagnosis', { diagnosis: undefined }, []],
    ['normal and Ph+', { diagnosis: { karyotype: normal } }, ['shows no t(9;22)(q34;q11)']],
    ['normal and Ph not documented', { diagnosis: { karyotype: normal, phPositive: undefined } }, ['shows no t(9;22)(q34;q11)']],
    ['normal and Ph-', { diagnosis: { karyotype: normal, phPositive: false } }, []],
    ['t(9;22) and Ph-', { diagnosis: { phPositive: false } }, ['shows t(9;22)(q34;q11) while ph_positive is false']],
    ['a band that chromosome 22 has not', { diagnosis: { karyotype: '46,XX,t(9;22)(q34;q4)' } }, ['does not read as ISCN']],
    ['another tumour', { diagnosis: { disease: '8936/3', karyotype: normal, phPositive: undefined } }, []],
    ['another disease, Ph+', { diagnosis: { disease: '9811/3', karyotype: normal } }, ['shows no t(9;22)(q34;q11)']],
    ['as many metaphases as examined that day', { assessments: [{ assessedOn: '2001-12-03' }] }, []],
    [
      'fewer metaphases than examined that day',
      { assessments: [{ assessedOn: '2001-12-03', metaphasesExamined: 25 }] },
      ['counts 20 metaphases while metaphases_examined of that day is 25'],
    ],
  ])('%s', (_, changes, parts) => {
    const messages = hitsOf(karyotypeFitsRule, changes).map(({ message }) => message);
    expect(messages).toEqual(parts.map((part) => expect.stringContaining(part)));
  });
});
