import type { CalendarDate, Drug } from '../../domain';
import { hitsOf } from '../../testing/rule-context';
import { drugAuthorisedRule, drugExistedRule } from './drug-availability';

describe.each<[Drug, CalendarDate, string | undefined, number, number]>([
  ['IMATINIB', '1998-05-31', undefined, 1, 0],
  ['IMATINIB', '1998-05-31', 'PHASE-1', 1, 0],
  ['IMATINIB', '1998-06-01', undefined, 0, 1],
  ['IMATINIB', '1998-06-01', 'PHASE-1', 0, 0],
  ['IMATINIB', '2001-11-06', undefined, 0, 1],
  ['IMATINIB', '2001-11-07', undefined, 0, 0],
  ['DASATINIB', '2003-10-31', undefined, 1, 0],
  ['DASATINIB', '2003-11-01', undefined, 0, 1],
  ['DASATINIB', '2006-11-20', undefined, 0, 0],
  ['NILOTINIB', '2004-04-30', undefined, 1, 0],
  ['NILOTINIB', '2007-11-18', undefined, 0, 1],
  ['BOSUTINIB', '2005-12-31', undefined, 1, 0],
  ['PONATINIB', '2008-05-31', undefined, 1, 0],
  ['ASCIMINIB', '2014-04-30', undefined, 1, 0],
  ['ASCIMINIB', '2022-08-25', undefined, 0, 0],
  ['INTERFERON_ALFA', '1985-01-01', undefined, 0, 0],
])('%s on %s in %s', (drug, startedOn, prospectiveStudy, early, unauthorised) => {
  const changes = { treatments: [{ drug, startedOn, prospectiveStudy }] };
  test('DRUG_BEFORE_IT_EXISTED', () => {
    expect(hitsOf(drugExistedRule, changes)).toHaveLength(early);
  });
  test('DRUG_BEFORE_AUTHORISATION', () => {
    expect(hitsOf(drugAuthorisedRule, changes)).toHaveLength(unauthorised);
  });
});
