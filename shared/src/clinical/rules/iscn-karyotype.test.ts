import { readKaryotype } from './iscn-karyotype';

describe('readKaryotype', () => {
  test.each<[string, boolean, number | undefined, readonly string[]]>([
    ['46,XY,t(9;22)(q34;q11.2)[20]', true, 100, []],
    ['46,XX,t(9;22)(q34.1;q11.2)[18]/46,XX[2]', true, 90, []],
    ['47,XY,+8,t(9;22)(q34;q11)[5]/46,XY,t(9;22)(q34;q11)[15]', true, 100, ['+8']],
    ['46,XX,t(9;22)(q34;q11)', true, undefined, []],
    ['46,XX[20]', false, 0, []],
    ['46,XY,t(1;9;22)(p32;q34;q11)[20]', true, 100, []],
    ['46,XY,t(9;22;11)(q34;q11;q13)[10]/46,XY[10]', true, 50, []],
    ['46,XX,t(9;22)(q34;q11)[10]/47,idem,+8[10]', true, 100, ['+8']],
    ['46,XX,t(9;22)(q34;q11)[5]/47,sl,+der(22)t(9;22)[5]/48,sdl1,+19[10]', true, 100, ['+der(22)t(9;22)', '+19']],
    ['47,XY,t(9;22)(q34;q11),+21c[20]', true, 100, []],
    ['46,XX,t(9;22)(q34;q11)[cp20]', true, 100, []],
    ['45,X,-Y,t(9;22)(q34;q11)[20]', true, 100, ['-Y']],
    ['46,XX,t(9;22)(q34;q11)[20]//46,XY[5]', true, 80, []],
    ['46,XX,t(9;22)(q34;q11)[20].nuc ish(ABL1,BCR)x3', true, 100, []],
    ['46, XY, t(9;22)(q34;q11) [20]', true, 100, []],
    ['46,XY,t(8;21)(q22;q22)[20]', false, 0, []],
  ])('%s', (text, phPositive, phPositivePct, additionalAberrations) => {
    const karyotype = readKaryotype(text);
    expect(karyotype.faults).toEqual([]);
    expect(karyotype).toMatchObject({ phPositive, additionalAberrations });
    expect(karyotype.phPositivePct).toBe(phPositivePct);
  });

  test.each([
    ['46,XX,t(9;22)(q34;q4)', 'the breakpoints of t(9;22) are q34 on 9 and q11 on 22'],
    ['46,XX,t(9;22)(q11;q34)[20]', 'the breakpoints of t(9;22) are q34 on 9 and q11 on 22'],
    ['46,XX,t(9;22)(q34)[20]', 'the breakpoints of t(9;22) are q34 on 9 and q11 on 22'],
    ['46,XX,t(9;22)[20]', 't(9;22) is written with its breakpoints, t(9;22)(q34;q11)'],
    ['Ph+ 20/20', 'each clone starts with its number of chromosomes, as in 46,XX'],
    ['', 'each clone starts with its number of chromosomes, as in 46,XX'],
  ])('%s is at fault', (text, fault) => {
    expect(readKaryotype(text).faults).toEqual([fault]);
  });

  test('clone sizes add up to the metaphases, unless one is missing', () => {
    expect(readKaryotype('46,XX,t(9;22)(q34;q11)[18]/46,XX[2]').metaphases).toBe(20);
    expect(readKaryotype('46,XX,t(9;22)(q34;q11)[18]/46,XX').metaphases).toBeUndefined();
  });
});
