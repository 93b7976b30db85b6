import { checkCase, deriveCase } from '@registry-hub/shared/clinical';
import type { DerivedCase } from '@registry-hub/shared/domain';
import { inMemoryBundles } from './in-memory-bundles';
import { observatoryCalendar } from './observatory';
import { observatoryCohort } from './observatory-cohort';
import { syntheticCohort } from './synthetic-cohort';

const made = observatoryCohort({ patients: 1000, seed: 1 }).flatMap(({ cases }) => [...cases]);
const facts = made.map((records) => ({ ...records, recordStatus: 'NOTIFIED', ehdsOptOut: false }) as const);
const derived = facts.map(deriveCase);
const share = (holds: (one: DerivedCase) => boolean, among: (one: DerivedCase) => boolean = () => true): number =>
  derived.filter((one) => among(one) && holds(one)).length / derived.filter(among).length;

describe('observatoryCohort', () => {
  it('is made of the same bytes for the same seed, and of others for another', () => {
    const [one, same, other] = [1, 1, 2].map((seed) => inMemoryBundles(observatoryCohort({ patients: 200, seed })));
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('shares centres with the other made-up cohorts, and no patient', () => {
    const options = { patients: 400, seed: 1 };
    const [here, there] = [observatoryCohort(options), syntheticCohort(options)];
    expect(here.map(({ centers }) => centers)).toEqual(there.map(({ centers }) => centers));
    const codes = new Set(there.flatMap(({ cases }) => [...cases].map(({ patient }) => patient.patientCode)));
    expect(here.flatMap(({ cases }) => [...cases].filter(({ patient }) => codes.has(patient.patientCode)))).toEqual([]);
  });

  it('has cases that raise no question', () => {
    for (const [index, one] of facts.entries()) {
      const outcome = checkCase(one, {
        today: '2024-07-15',
        dataCutoff: observatoryCalendar.closedOn,
        derived: derived[index] ?? deriveCase(one),
      });
      expect([one.patient.patientCode, outcome]).toEqual([one.patient.patientCode, { refusing: [], queries: [] }]);
    }
  });

  it('has patients on inhibitors, off them, and on them again', () => {
    const attempted = ({ treatmentFreeRemissionStartedOn: on }: DerivedCase): boolean => on !== undefined;
    const lost = ({ treatmentFreeRemissionLostOn: on }: DerivedCase): boolean => on !== undefined;
    expect(derived.every(({ cml, tkiStartedOn, eligible }) => cml && tkiStartedOn !== undefined && !eligible)).toBe(true);
    expect(share(attempted)).toBeGreaterThan(0.15);
    expect(share(lost, attempted)).toBeGreaterThan(0.3);
    expect(share(lost, attempted)).toBeLessThan(0.7);
    expect(share(({ tkiLines = 0 }) => tkiLines > 1, lost)).toBeGreaterThan(0.8);
    expect(new Set(derived.map(({ tkiDiscontinuationReason }) => tkiDiscontinuationReason))).toEqual(
      new Set([undefined, 'TREATMENT_FREE_REMISSION', 'INTOLERANCE', 'PREGNANCY']),
    );
    expect(new Set(derived.map(({ treatmentFreeRemissionCriteria }) => treatmentFreeRemissionCriteria))).toEqual(
      new Set([undefined, 'OPTIMAL', 'MINIMAL', 'NOT_MET']),
    );
    expect(new Set(derived.map(({ deepestMolecularResponse }) => deepestMolecularResponse))).toEqual(
      new Set(['NONE', 'MR2', 'MMR', 'MR4', 'MR4_5']),
    );
    expect(share(({ diedOn }) => diedOn !== undefined)).toBeGreaterThan(0.1);
  });
});
