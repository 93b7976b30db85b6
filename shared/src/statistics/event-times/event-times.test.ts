import { deriveCase } from '../../clinical';
import { type DerivedCase, knownFields } from '../../domain';
import { caseFacts, columnsOf } from '../../testing';
import { type Endpoint, originsOf, type TimeOrigin, timeOrigins } from './endpoints';
import { CENSORED, COMPETING, EVENT, entryDays, eventTimes, NOT_OBSERVED } from './event-times';
import { timeOrder } from './time-order';

type Dates = { readonly [F in keyof DerivedCase]?: DerivedCase[F] | undefined };

const { diedOn: _died, lastContactOn: _contact, ...undated } = deriveCase(caseFacts());
const dates = {
  diagnosedOn: '2001-01-01',
  imatinibStartedOn: '2001-02-01',
  failedOn: '2002-01-01',
  notifiedOn: '2003-01-01',
  lastContactOn: '2004-01-01',
} as const;
const {
  diagnosedOn: _diagnosed,
  imatinibStartedOn: _started,
  failedOn: _failed,
  notifiedOn: _notified,
  tkiDiscontinuedOn: _stopped,
  ...rest
} = undated;
const patient = (changes: Dates): DerivedCase => ({ ...rest, ...knownFields({ ...dates, ...changes }) });

function timeOf(
  changes: Dates,
  endpoint: Endpoint,
  from: TimeOrigin = 'IMATINIB_START',
): readonly [number | undefined, number | undefined] {
  const { day, outcome } = eventTimes(columnsOf([patient(changes)]), endpoint, from);
  return [day[0], outcome[0]];
}

const dead = { vitalStatus: 'DEAD', diedOn: '2003-06-01', lastContactOn: undefined } as const;

const remission = { treatmentFreeRemissionStartedOn: '2002-06-01', treatmentFreeRemissionMonitoredUntil: '2002-08-01' } as const;

describe('the time of a patient', () => {
  it.each<[string, Endpoint, TimeOrigin, Dates, readonly [number, number]]>([
    ['ends, censored, at the last contact', 'OVERALL', 'IMATINIB_START', {}, [1064, CENSORED]],
    ['counts from the origin that was asked for', 'OVERALL', 'FAILURE', {}, [730, CENSORED]],
    ['ends with death', 'OVERALL', 'DIAGNOSIS', dead, [881, EVENT]],
    [
      'ends with progression before death',
      'PROGRESSION_FREE',
      'IMATINIB_START',
      { ...dead, progressedAfterImatinibOn: '2002-02-01' },
      [365, EVENT],
    ],
    [
      'knows no progression after another origin',
      'PROGRESSION_FREE',
      'FAILURE',
      { progressedAfterImatinibOn: '2002-02-01' },
      [730, CENSORED],
    ],
    ['ends with failure', 'FAILURE_FREE', 'IMATINIB_START', {}, [334, EVENT]],
    ['of failure competes with death', 'INCIDENCE_OF_FAILURE', 'IMATINIB_START', { ...dead, failedOn: undefined }, [850, COMPETING]],
    [
      'counts an event before a competing one of the same day',
      'INCIDENCE_OF_PROGRESSION',
      'IMATINIB_START',
      { ...dead, progressedAfterImatinibOn: '2003-06-01' },
      [850, EVENT],
    ],
    [
      'of a response competes with failure',
      'INCIDENCE_OF_COMPLETE_CYTOGENETIC_RESPONSE',
      'IMATINIB_START',
      { completeCytogeneticResponseAfterImatinibOn: '2002-01-02' },
      [334, COMPETING],
    ],
    [
      'of a response on the day of failure comes first',
      'INCIDENCE_OF_MAJOR_MOLECULAR_RESPONSE',
      'IMATINIB_START',
      { majorMolecularResponseAfterImatinibOn: '2002-01-01' },
      [334, EVENT],
    ],
    [
      'of a response after failure is not ended by that failure',
      'INCIDENCE_OF_MAJOR_MOLECULAR_RESPONSE',
      'FAILURE',
      { majorMolecularResponseAfterFailureOn: '2002-07-01' },
      [181, EVENT],
    ],
    ['ends with a death of leukaemia', 'INCIDENCE_OF_CML_DEATH', 'IMATINIB_START', { ...dead, deathCause: 'CML' }, [850, EVENT]],
    ['ends with a competing death of a cause that is not known', 'INCIDENCE_OF_CML_DEATH', 'IMATINIB_START', dead, [850, COMPETING]],
    [
      'goes on to an event that is documented after the last contact',
      'FAILURE_FREE',
      'IMATINIB_START',
      { failedOn: '2005-01-01' },
      [1430, EVENT],
    ],
    [
      'without treatment ends with the loss of remission',
      'TREATMENT_FREE_SURVIVAL',
      'TREATMENT_FREE_REMISSION_START',
      { ...remission, treatmentFreeRemissionLostOn: '2002-06-11' },
      [10, EVENT],
    ],
    [
      'without treatment ends with death',
      'TREATMENT_FREE_SURVIVAL',
      'TREATMENT_FREE_REMISSION_START',
      { ...remission, ...dead },
      [365, EVENT],
    ],
    [
      'without treatment is censored at the last measurement, not at the last contact',
      'TREATMENT_FREE_SURVIVAL',
      'TREATMENT_FREE_REMISSION_START',
      remission,
      [61, CENSORED],
    ],
    [
      'of a loss of remission competes with death',
      'INCIDENCE_OF_LOSS_OF_TREATMENT_FREE_REMISSION',
      'TREATMENT_FREE_REMISSION_START',
      { ...remission, ...dead },
      [365, COMPETING],
    ],
    [
      'in remission is followed until the last contact for other endpoints',
      'OVERALL',
      'TREATMENT_FREE_REMISSION_START',
      remission,
      [579, CENSORED],
    ],
    [
      'of a discontinuation competes with death',
      'INCIDENCE_OF_TKI_DISCONTINUATION',
      'TKI_START',
      { ...dead, tkiStartedOn: '2001-02-01' },
      [850, COMPETING],
    ],
    [
      'of a remission comes before a death of the same day',
      'INCIDENCE_OF_TREATMENT_FREE_REMISSION',
      'TKI_START',
      { ...dead, tkiStartedOn: '2001-02-01', treatmentFreeRemissionStartedOn: '2003-06-01' },
      [850, EVENT],
    ],
    ['may be no day long', 'OVERALL', 'IMATINIB_START', { lastContactOn: '2001-02-01' }, [0, CENSORED]],
  ])('%s', (_what, endpoint, from, changes, expected) => {
    expect(timeOf(changes, endpoint, from)).toEqual(expected);
  });

  it.each<[string, Dates, Endpoint]>([
    ['without the date of the origin', { imatinibStartedOn: undefined }, 'OVERALL'],
    ['without a last contact', { lastContactOn: undefined }, 'OVERALL'],
    ['without a last contact, though with an event', { lastContactOn: undefined }, 'FAILURE_FREE'],
    ['dead without a date', { vitalStatus: 'DEAD' }, 'OVERALL'],
    ['last seen before the origin', { lastContactOn: '2001-01-31' }, 'OVERALL'],
    ['with an event before the origin', { failedOn: '2001-01-15' }, 'FAILURE_FREE'],
  ])('is in no analysis: %s', (_what, changes, endpoint) => {
    expect(timeOf(changes, endpoint)[0]).toBe(NOT_OBSERVED);
  });
});

it.each<[string, Dates]>([
  ['alive', {}],
  ['though lost', { treatmentFreeRemissionLostOn: '2002-06-11' }],
  ['though dead', dead],
])('in remission without a measurement since is in no analysis of it: %s', (_what, changes) => {
  const unmeasured = { ...remission, treatmentFreeRemissionMonitoredUntil: undefined, ...changes };
  expect(timeOf(unmeasured, 'TREATMENT_FREE_SURVIVAL', 'TREATMENT_FREE_REMISSION_START')[0]).toBe(NOT_OBSERVED);
});

describe('an endpoint', () => {
  it.each<[Endpoint, readonly TimeOrigin[]]>([
    ['OVERALL', timeOrigins],
    ['PROGRESSION_FREE', ['DIAGNOSIS', 'IMATINIB_START', 'FAILURE', 'TKI_START', 'TREATMENT_FREE_REMISSION_START']],
    ['FAILURE_FREE', ['DIAGNOSIS', 'IMATINIB_START', 'FAILURE', 'TKI_START']],
    ['INCIDENCE_OF_MAJOR_MOLECULAR_RESPONSE', ['DIAGNOSIS', 'IMATINIB_START', 'FAILURE', 'TKI_START']],
    ['TREATMENT_FREE_SURVIVAL', ['TREATMENT_FREE_REMISSION_START']],
    ['INCIDENCE_OF_LOSS_OF_TREATMENT_FREE_REMISSION', ['TREATMENT_FREE_REMISSION_START']],
    ['INCIDENCE_OF_TKI_DISCONTINUATION', ['DIAGNOSIS', 'TKI_START']],
  ])('%s is counted from %j', (endpoint, origins) => {
    expect(originsOf(endpoint)).toEqual(origins);
  });

  it('is counted from no other', () => {
    expect(() => timeOf({}, 'TREATMENT_FREE_SURVIVAL', 'DIAGNOSIS')).toThrow(/not counted from DIAGNOSIS/);
  });
});

test('rows are put in the order of their days, those not in the analysis left out', () => {
  const columns = columnsOf([
    patient({}),
    patient({ imatinibStartedOn: undefined }),
    patient(dead),
    patient({ lastContactOn: '2001-02-01' }),
    patient({}),
  ]);
  expect([...timeOrder(eventTimes(columns, 'OVERALL', 'IMATINIB_START'))]).toEqual([3, 2, 0, 4]);
});

test('a patient enters late on the day of notification, and never while that is not known', () => {
  const columns = columnsOf([patient({}), patient({ notifiedOn: '2001-06-01' }), patient({ notifiedOn: undefined })]);
  const [late, early, never] = entryDays(columns, 'FAILURE');
  expect([late, early]).toEqual([365, 0]);
  expect(never).toBeGreaterThan(100_000);
});
