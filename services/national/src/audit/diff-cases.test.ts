import { caseFacts } from '@registry-hub/shared/testing';
import { diffCases, statusChange } from './diff-cases';

const code = 'FR-001-0001';
const ordinary = caseFacts();

describe('what changed about a case', () => {
  it('is nothing when it is stored again as it is', () => {
    expect(diffCases(ordinary, caseFacts())).toEqual([]);
  });

  it('is each record by its key: changed, new or void', () => {
    const after = caseFacts({
      patient: { vitalStatus: 'LOST' },
      assessments: [{ wbc: 7 }, { assessedOn: '2002-07-15', metaphasesPhPositive: 14, bcrAbl1IsPct: 30 }],
      mutations: [{}],
    });
    expect(diffCases(ordinary, after)).toEqual([
      { kind: 'patient', key: [code], before: { vitalStatus: 'ALIVE' }, after: { vitalStatus: 'LOST' } },
      { kind: 'assessment', key: [code, '2002-04-15'], before: { wbc: 6 }, after: { wbc: 7 } },
      { kind: 'assessment', key: [code, '2003-01-20'], before: expect.objectContaining({ metaphasesPhPositive: 12 }) as object },
      { kind: 'mutation', key: [code, '2003-01-20', 'M351T'], after: { vafPct: 60, method: 'SANGER' } },
    ]);
  });

  it('is a move from one record status to another', () => {
    expect(diffCases(ordinary, caseFacts({ recordStatus: 'IN_REVIEW' }))).toEqual([statusChange(code, 'NOTIFIED', 'IN_REVIEW')]);
  });

  it('is every record of a new case, with all its values', () => {
    const changes = diffCases(undefined, ordinary);
    expect(changes.map(({ kind }) => kind)).toEqual([
      'patient',
      'diagnosis',
      'treatment',
      'dose',
      'assessment',
      'assessment',
      'assessment',
      'failure',
    ]);
    expect(changes.every(({ before, after }) => before === undefined && after !== undefined)).toBe(true);
  });

  it('is every new record by its key alone, when that is enough', () => {
    expect(diffCases(undefined, ordinary, 'BY_KEY')).toContainEqual({ kind: 'assessment', key: [code, '2002-07-15'] });
    const after = caseFacts({ diagnosis: { wbc: 12 }, mutations: [{}] });
    expect(diffCases(ordinary, after, 'BY_KEY')).toEqual([
      { kind: 'diagnosis', key: [code], before: { wbc: 120 }, after: { wbc: 12 } },
      { kind: 'mutation', key: [code, '2003-01-20', 'M351T'] },
    ]);
  });
});
