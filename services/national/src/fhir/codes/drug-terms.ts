import type { Drug } from '@registry-hub/shared/domain';
import { namespaces } from './namespaces';
import type { Term } from './term';

const atc = (code: string, display: string, source = 'WHO ATC index (2024)'): Term => ({ system: namespaces.atc, code, display, source });
const BEFORE_2021 = 'WHO ATC alterations (2021)';

/** What each drug is called in the Anatomical Therapeutic Chemical classification; what is no single substance has no code there. */
export const drugTerms: { readonly [D in Drug]?: Term } = {
  IMATINIB: atc('L01EA01', 'imatinib'),
  DASATINIB: atc('L01EA02', 'dasatinib'),
  NILOTINIB: atc('L01EA03', 'nilotinib'),
  BOSUTINIB: atc('L01EA04', 'bosutinib'),
  PONATINIB: atc('L01EA05', 'ponatinib'),
  ASCIMINIB: atc('L01EA06', 'asciminib'),
  INTERFERON_ALFA: atc('L03AB', 'Interferons'),
  HYDROXYCARBAMIDE: atc('L01XX05', 'hydroxycarbamide'),
  CYTARABINE: atc('L01BC01', 'cytarabine'),
  BUSULFAN: atc('L01AB01', 'busulfan'),
  ANAGRELIDE: atc('L01XX35', 'anagrelide'),
};

/** Codes of an older classification, which are read and never written. */
export const formerDrugTerms: { readonly [D in Drug]?: Term } = {
  IMATINIB: atc('L01XE01', 'imatinib', BEFORE_2021),
  DASATINIB: atc('L01XE06', 'dasatinib', BEFORE_2021),
  NILOTINIB: atc('L01XE08', 'nilotinib', BEFORE_2021),
};

/** The group of interferons alone does not say that alfa is meant; it is written beside the registry's code and not read. */
const GROUPS: ReadonlySet<string> = new Set(['L03AB']);

const drugsByCode = new Map(
  [drugTerms, formerDrugTerms].flatMap((terms) => Object.entries(terms).map(([drug, { code }]) => [code, drug] as const)),
);

/** The drug that an ATC code means; undefined when it means none of the vocabulary, or not only one. */
export function drugOfAtc(code: string): string | undefined {
  return GROUPS.has(code) ? undefined : drugsByCode.get(code);
}
