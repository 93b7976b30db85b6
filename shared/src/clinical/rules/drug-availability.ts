import type { Drug } from '../../domain';
import { type DrugReference, drugCatalogue } from '../mutations/drug-catalogue';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

const references: ReadonlyMap<Drug, DrugReference> = new Map(drugCatalogue.map((reference) => [reference.drug, reference]));

export const drugExistedRule: CaseRule = defineCaseRule({
  id: 'DRUG_BEFORE_IT_EXISTED',
  severity: 'SOFT',
  fields: ['treatment.drug', 'treatment.startedOn'],
  reason: 'Nobody was given a drug before its first trial; the drug or the date is wrong.',
  discrepancies: ({ treatments }) =>
    treatments.flatMap((treatment) => {
      const { drug, startedOn } = treatment;
      const firstInHuman = references.get(drug)?.firstInHuman;
      if (firstInHuman === undefined || startedOn.slice(0, 7) >= firstInHuman) return [];
      const message = `started_on ${startedOn} is before ${drug} was first given to anyone, in ${firstInHuman}; check drug and date.`;
      return [{ at: recordReference('treatment', treatment, 'startedOn'), message }];
    }),
});

/** Only information: expanded access is a good reason, and no column tells of it. */
export const drugAuthorisedRule: CaseRule = defineCaseRule({
  id: 'DRUG_BEFORE_AUTHORISATION',
  severity: 'INFORMATION',
  fields: ['treatment.drug', 'treatment.startedOn', 'treatment.prospectiveStudy'],
  reason: 'Before its authorisation in the European Union a drug was given in studies or by expanded access.',
  discrepancies: ({ treatments }) =>
    treatments.flatMap((treatment) => {
      const { drug, startedOn, prospectiveStudy } = treatment;
      const { firstInHuman, availableInEuropeOn } = references.get(drug) ?? {};
      if (prospectiveStudy !== undefined || availableInEuropeOn === undefined || startedOn >= availableInEuropeOn) return [];
      if (firstInHuman !== undefined && startedOn.slice(0, 7) < firstInHuman) return [];
      const message = `started_on ${startedOn} is before the authorisation of ${drug} on ${availableInEuropeOn} and prospective_study is empty; name the study, or confirm expanded access.`;
      return [{ at: recordReference('treatment', treatment, 'prospectiveStudy'), message }];
    }),
});
