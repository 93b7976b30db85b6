import type { CalendarDate, Drug } from '../../domain';
import { type CaseRule, defineCaseRule } from './case-rule';
import { recordReference } from './record-reference';

interface Availability {
  /** First patient in the first trial, at the earliest. */
  readonly firstInMan: CalendarDate;
  /** Marketing authorisation in the European Union. */
  readonly authorised: CalendarDate;
}

/**
 * When each tyrosine kinase inhibitor came. First in man: Druker, NEJM 2001;344:1031 (imatinib); Talpaz, NEJM 2006;354:2531
 * (dasatinib); Kantarjian, NEJM 2006;354:2542 (nilotinib); Cortes, Blood 2011;118:4567 (bosutinib); Cortes, NEJM
 * 2012;367:2075 (ponatinib); Hughes, NEJM 2019;381:2315 (asciminib); the first of the month where no day is published.
 * Authorised: the Union Register of medicinal products. The other drugs are older than the registry's patients.
 */
const availability: Readonly<Record<Drug, Availability | undefined>> = {
  IMATINIB: { firstInMan: '1998-06-01', authorised: '2001-11-07' },
  DASATINIB: { firstInMan: '2003-11-01', authorised: '2006-11-20' },
  NILOTINIB: { firstInMan: '2004-05-01', authorised: '2007-11-19' },
  BOSUTINIB: { firstInMan: '2006-01-01', authorised: '2013-03-27' },
  PONATINIB: { firstInMan: '2008-06-01', authorised: '2013-07-01' },
  ASCIMINIB: { firstInMan: '2014-05-01', authorised: '2022-08-25' },
  INTERFERON_ALFA: undefined,
  HYDROXYCARBAMIDE: undefined,
  CYTARABINE: undefined,
  BUSULFAN: undefined,
  ANAGRELIDE: undefined,
  ALLOGENEIC_TRANSPLANT: undefined,
  OTHER: undefined,
};

export const drugExistedRule: CaseRule = defineCaseRule({
  id: 'DRUG_BEFORE_IT_EXISTED',
  severity: 'SOFT',
  fields: ['treatment.drug', 'treatment.startedOn'],
  reason: 'Nobody was given a drug before its first trial; the drug or the date is wrong.',
  discrepancies: ({ treatments }) =>
    treatments.flatMap((treatment) => {
      const { drug, startedOn } = treatment;
      const known = availability[drug];
      if (!known || startedOn >= known.firstInMan) return [];
      const message = `started_on ${startedOn} is before ${drug} was first given to anyone, about ${known.firstInMan}; check drug and date.`;
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
      const known = availability[drug];
      if (!known || prospectiveStudy !== undefined || startedOn < known.firstInMan || startedOn >= known.authorised) return [];
      const message = `started_on ${startedOn} is before the authorisation of ${drug} on ${known.authorised} and prospective_study is empty; name the study, or confirm expanded access.`;
      return [{ at: recordReference('treatment', treatment, 'prospectiveStudy'), message }];
    }),
});
