import type { PatientFilter } from '../../statistics';
import { describeFilter } from './describe-filter';

describe('a filter in words', () => {
  it.each<[PatientFilter, string]>([
    [{ registry: 'IMATINIB_FAILURE' }, 'IMATINIB_FAILURE'],
    [{ registry: 'CML', sex: ['F', 'M'], notifiedBy: '2006-07-01' }, 'CML; sex F, M; notified by 2006-07-01'],
    [{ registry: 'ALL', ageAtDiagnosis: { min: 18, max: 60 } }, 'ALL; age at diagnosis 18 to 60'],
    [{ registry: 'ALL', ageAtDiagnosis: { max: 60 } }, 'ALL; age at diagnosis 60 or less'],
    [{ registry: 'ALL', ageAtImatinibStart: { min: 18 } }, 'ALL; age at start of imatinib 18 or more'],
    [{ registry: 'ALL', ageAtDiagnosis: {} }, 'ALL; age at diagnosis known'],
    [{ registry: 'ALL', diagnosed: { from: '2003-01-01' } }, 'ALL; diagnosed from 2003-01-01'],
    [{ registry: 'ALL', diagnosed: { to: '2003-01-01' } }, 'ALL; diagnosed until 2003-01-01'],
    [{ registry: 'ALL', diagnosed: { from: '2003-01-01', to: '2004-01-01' } }, 'ALL; diagnosed from 2003-01-01 to 2004-01-01'],
    [{ registry: 'ALL', diagnosed: {} }, 'ALL; diagnosed on a known day'],
    [{ registry: 'ALL', everInProspectiveStudy: false }, 'ALL; never in a prospective study'],
    [{ registry: 'ALL', riskGroup: { score: 'SOKAL', groups: ['HIGH'] } }, 'ALL; SOKAL risk HIGH'],
    [{ registry: 'ALL', diseaseGroup: ['SOLID'] }, 'ALL; disease group SOLID'],
    [{ registry: 'ALL', sex: ['F'], freeze: 'published-2006' }, 'ALL; sex F; as frozen under published-2006'],
    [{ registry: 'ALL', mutation: [], disease: ['9875/3'] }, 'ALL; mutation none; disease 9875/3'],
  ])('%j: %s', (filter, words) => {
    expect(describeFilter(filter)).toBe(words);
  });
});
