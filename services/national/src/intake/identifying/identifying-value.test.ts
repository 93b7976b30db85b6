import { identifyingContent } from './identifying-value';

const everything = { names: true, dates: true };

describe('identifyingContent', () => {
  test.each(['j.moreau@chu-poitiers.fr', 'see jeanne_moreau+cml@mail.example.org', 'médecin@hôpital.fr'])(
    'finds the e-mail address in %s',
    (text) => {
      expect(identifyingContent(text, everything)).toBe('an e-mail address');
    },
  );

  test.each([
    ['French NIR with key', '256069912345678'],
    ['French NIR, grouped', '2 56 06 99 123 456 78'],
    ['French NIR without key', '2560699123456'],
    ['French NIR of Corsica', '1 85 07 2A 004 123 45'],
    ['Finnish personal identity code', '131052-308T'],
    ['Finnish code of this century', '010203A123B'],
    ['Danish CPR', '010190-1234'],
    ['Danish CPR without dash', '0101901234'],
    ['Israeli identity number', '123456782'],
    ['Dutch BSN', '111222333'],
    ['Italian codice fiscale', 'RSSMRA80A01H501U'],
    ['Italian codice fiscale, grouped', 'RSS MRA 80A01 H501U'],
    ['Spanish DNI', '12345678Z'],
    ['Spanish DNI with dash', '12345678-z'],
    ['Spanish NIE', 'X1234567L'],
    ['Austrian social insurance number', '1237 010180'],
    ['German tax number', '86 095 742 719'],
    ['German pension insurance number', '65 170839 J 003'],
    ['German health insurance number', 'A123456780'],
    ['Swedish personal number', '19811218-9876'],
    ['Polish PESEL', '44051401359'],
    ['British National Insurance number', 'QQ 12 34 56 C'],
    ['full-width digits', '１２３４５６７８２'],
    ['telephone number', '+33 5 49 44 44 44'],
    ['telephone number, home form', '05.49.44.44.44'],
    ['Danish telephone number', '12 34 56 78'],
    ['labelled telephone number', 'tel. 4711'],
    ['number within a sentence', 'Rash, chart no. 131052-308T'],
  ])('finds the %s', (_, text) => {
    expect(identifyingContent(text, { names: true, dates: false })).toBe('a national or telephone number');
  });

  test.each([
    '1956-06-12',
    '12.06.1956',
    '06/12/1956',
    '12-06-56',
    '19560612',
    'born 12 June 1956',
    '12. Juni 1956',
    '12 février 1956',
    'June 12, 1956',
    '12 de junio de 1956',
  ])('finds the full date in %s', (text) => {
    expect(identifyingContent(text, everything)).toBe('a full date, as of a birth');
  });

  test.each([
    'Jean Dupont',
    'DUPONT Jean',
    'Dupont, Jean',
    'jean dupont',
    'Jean-Luc Quemeneur',
    'Hans Müller',
    'Jan de Vries',
    'Søren Sørensen',
    'Matti Virtanen',
    'Mario Rossi',
    'María García López',
    'Yael Ben-Ami',
    'J. Dupont',
    'Mme Quemeneur',
    'Dr. Quemeneur',
    'Rash, reported by Anna Schmidt',
    'name: Quemeneur',
    'née le 12',
  ])("finds the person's name in %s", (text) => {
    expect(identifyingContent(text, everything)).toBe("a person's name");
  });

  test.each([
    // studies
    ['IRIS'],
    ['CML-IV'],
    ['EAP-113'],
    ['SPIRIT'],
    ['GIMEMA CML0408'],
    ['German CML Study IV'],
    ['NCT01244750'],
    ['2004-001234-21'],
    ['2023-501234-12-00'],
    ['ISRCTN54923521'],
    ['CSTI571A2303'],
    ['CA180-056'],
    ['Saint Louis Trial'],
    // karyotypes
    ['46,XX,t(9;22)(q34;q11)'],
    ['46,XX,t(9;22)(q34.1;q11.2)[18]/46,XX[2]'],
    ['47,XY,+8,t(9;22)(q34;q11)[5]/46,XY,t(9;22)(q34;q11)[15]'],
    ['46,XY,t(9;22;11)(q34;q11;q13),der(9)del(9)(q34q34)[20]'],
    ['45,X,-Y,t(9;22)(q34;q11)[3]/46,XY[17]'],
    ['nuc ish(ABL1,BCR)x3(ABL1 con BCR x2)[188/200]'],
    ['arr[GRCh38] 9q34.12(130713946_130884400)x3'],
    ['arr[hg19] 22q11.23(23,522,552-23,660,224)x1'],
    // adverse events
    ['Muscle spasms'],
    ['Muscle Spasms'],
    ['MUSCLE SPASMS'],
    ['Alanine Aminotransferase Increased'],
    ['Stevens-Johnson Syndrome'],
    ['Charcot-Marie-Tooth Disease'],
    ['Growth Retardation'],
    ['Nausea, Vomiting'],
    ['Neutropenia < 0.5 x 10^9/L'],
    // others
    ['e13a2+e14a2'],
    ['T315I'],
    ['p.(Thr315Ile)'],
    ['NP_005148.2:p.(Thr315Ile)'],
    ['9875/3'],
    ['3.14159265358979'],
    ['2004'],
    [''],
  ])('finds nothing in %s', (text) => {
    expect(identifyingContent(text, everything)).toBeUndefined();
  });

  test.each([
    'University Hospital Poitiers',
    'Hôpital Saint-Louis',
    'Charité – Universitätsmedizin Berlin',
    'Institut Paoli-Calmettes',
    'Ospedale San Luigi Gonzaga, 10043 Orbassano',
    'Centre Jean Perrin',
    'Hospital 12 de Octubre',
  ])('finds nothing in the centre name %s', (text) => {
    expect(identifyingContent(text, { names: false, dates: true })).toBeUndefined();
  });

  test('leaves dates alone where they are not searched for', () => {
    expect(identifyingContent('2004-03-01 12:00:00', { names: true, dates: false })).toBeUndefined();
    expect(identifyingContent('12.06.1956 08:30', { names: true, dates: false })).toBeUndefined();
  });

  test.each(['1.', '1', '@', 'a@a.', 'Jean ', 'J. ', '(', '12 '])('does not lose itself in many times %j', (text) => {
    expect(() => identifyingContent(text.repeat(100_000), everything)).not.toThrow();
  });
});
