import type { NumberRange } from '../../domain';
import { imatinibDoses } from '../derivation/imatinib-dose';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

/** mg of imatinib a day that can have been given at all (project convention). */
const possibleImatinibDose: NumberRange = { min: 50, max: 1200 };
/** mg of imatinib a day that 100 and 400 mg tablets and the trials of imatinib make usual (project convention). */
const usualImatinibDoses: readonly number[] = [300, 400, 500, 600, 800];

export const doseHasTreatmentRule: CaseRule = defineCaseRule({
  id: 'DOSE_WITHOUT_TREATMENT',
  severity: 'HARD',
  fields: ['dose.line', 'treatment.line'],
  reason: 'A dose belongs to a treatment line of the same patient; without one nobody knows the drug.',
  discrepancies: ({ doses, treatments }) => {
    const lines = new Set(treatments.map(({ line }) => line));
    return doses
      .filter(({ line }) => !lines.has(line))
      .map((dose) => ({
        at: recordReference('dose', dose, 'line'),
        message: `line ${dose.line} has a dose but is no treatment line of this patient; give the line of a documented treatment.`,
      }));
  },
});

export const possibleImatinibDoseRule: CaseRule = defineCaseRule({
  id: 'IMATINIB_DOSE_RANGE',
  severity: 'HARD',
  fields: ['dose.mgPerDay', 'treatment.drug'],
  reason: 'Outside 50 to 1200 mg a day the value is in another unit or of another drug.',
  discrepancies: (facts) => {
    const { min, max } = possibleImatinibDose;
    return imatinibDoses(facts)
      .filter(({ mgPerDay }) => mgPerDay < min || mgPerDay > max)
      .map((dose) => ({
        at: recordReference('dose', dose, 'mgPerDay'),
        message: `mg_per_day is ${dose.mgPerDay}; a dose of imatinib is ${min} to ${max} mg a day.`,
      }));
  },
});

export const usualImatinibDoseRule: CaseRule = defineCaseRule({
  id: 'UNUSUAL_IMATINIB_DOSE',
  severity: 'SOFT',
  fields: ['dose.mgPerDay', 'treatment.drug'],
  reason: 'Imatinib is given as 300, 400, 500, 600 or 800 mg a day; another dose is worth a look at the source.',
  discrepancies: (facts) => {
    const { min, max } = possibleImatinibDose;
    return imatinibDoses(facts)
      .filter(({ mgPerDay }) => mgPerDay >= min && mgPerDay <= max && !usualImatinibDoses.includes(mgPerDay))
      .map((dose) => ({
        at: recordReference('dose', dose, 'mgPerDay'),
        message: `mg_per_day is ${dose.mgPerDay}; usual doses of imatinib are ${usualImatinibDoses.join(', ')} mg a day.`,
      }));
  },
});

export const doseWithinTreatmentRule: CaseRule = defineCaseRule({
  id: 'DOSE_OUTSIDE_TREATMENT',
  severity: 'SOFT',
  fields: ['dose.fromOn', 'treatment.startedOn', 'treatment.stoppedOn'],
  reason: 'A dose is given while its line lasts.',
  discrepancies: ({ doses, treatments }) =>
    doses.flatMap((dose) => {
      const treatment = treatments.find(({ line }) => line === dose.line);
      if (!treatment) return [];
      const { startedOn, stoppedOn } = treatment;
      if (dose.fromOn >= startedOn && (stoppedOn === undefined || dose.fromOn <= stoppedOn)) return [];
      const span = stoppedOn === undefined ? `from ${startedOn} on` : `from ${startedOn} to ${stoppedOn}`;
      const message = `from_on ${dose.fromOn} is outside line ${dose.line}, which lasts ${span}; a dose starts within its line.`;
      return [{ at: recordReference('dose', dose, 'fromOn'), message }];
    }),
});
