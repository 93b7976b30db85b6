import { deriveCase } from '../../clinical';
import { caseFacts } from '../../testing';
import type { CohortFilter } from '../cohort-filter';
import type { FigureScope } from './case-columns';
import { CaseColumnsBuilder } from './case-columns-builder';
import { selectRows } from './select-rows';

// one woman of a known age, diagnosed in 2001, notified in 2005; one man of whom little is known
const woman = {
  ...deriveCase(caseFacts()),
  sex: 'F' as const,
  cml: true,
  disease: '9875/3',
  eligible: true,
  ageAtDiagnosis: 40,
  diagnosedOn: '2001-06-15' as const,
  notifiedOn: '2005-03-01' as const,
  mutations: ['T315I', 'M351T'],
  everInProspectiveStudy: false,
};
const { ageAtDiagnosis: _age, diagnosedOn: _diagnosed, notifiedOn: _notified, everInProspectiveStudy: _ever, ...rest } = woman;
const man = { ...rest, sex: 'M' as const, eligible: false, mutations: [] };

function selected(filter: Partial<CohortFilter>): readonly number[] {
  const builder = new CaseColumnsBuilder();
  builder.add(woman);
  builder.add(man);
  return [...selectRows(builder.build(), 'FR', { registry: 'CML', ...filter }, 'EUROPEAN')];
}

describe('selection of rows', () => {
  it.each<[string, Partial<CohortFilter>, readonly number[]]>([
    ['nothing restricted', {}, [0, 1]],
    ['eligible failures only', { registry: 'IMATINIB_FAILURE' }, [0]],
    ['a sex', { sex: ['M', 'OTHER'] }, [1]],
    ['no value at all', { sex: [] }, []],
    ['an age on the lower end', { ageAtDiagnosis: { min: 40 } }, [0]],
    ['an age on the upper end', { ageAtDiagnosis: { max: 40 } }, [0]],
    ['an age above', { ageAtDiagnosis: { min: 41 } }, []],
    ['an open range still asks for a known age', { ageAtDiagnosis: {} }, [0]],
    ['a day of diagnosis', { diagnosed: { from: '2001-06-15', to: '2001-06-15' } }, [0]],
    ['diagnosed later', { diagnosed: { from: '2001-06-16' } }, []],
    ['notified by that day', { notifiedBy: '2005-03-01' }, [0]],
    ['notified by the day before', { notifiedBy: '2005-02-28' }, []],
    ['any of several mutations', { mutation: ['E255K', 'M351T'] }, [0]],
    ['never in a study: not known is not never', { everInProspectiveStudy: false }, [0]],
    ['this country', { countries: ['FR'] }, [0, 1]],
    ['other countries', { countries: ['DE'] }, []],
  ])('%s', (_what, filter, rows) => {
    expect(selected(filter)).toEqual(rows);
  });

  it.each<[FigureScope, readonly number[]]>([
    ['NATIONAL', [0, 1]],
    ['EUROPEAN', [1]],
  ])('%s figures of a registry in which one objected to use across borders', (scope, rows) => {
    const builder = new CaseColumnsBuilder();
    builder.add({ ...woman, ehdsOptOut: true });
    builder.add(man);
    expect([...selectRows(builder.build(), 'FR', { registry: 'CML' }, scope)]).toEqual(rows);
  });
});
