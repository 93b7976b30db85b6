/** An adverse event of tyrosine kinase inhibitors by its name; dictionary codes are licensed and stay with their owner. */
export interface AdverseEventTerm {
  readonly term: string;
  readonly bodySystem: string;
  /** Other names for the same event, beside spelling. */
  readonly synonyms?: readonly string[];
}

/** Names as in imatinib's summary of product characteristics (EMA) and the ELN's recommendations (Steegmann, Leukemia 2016;30:1648). */
export const adverseEventTerms: readonly AdverseEventTerm[] = [
  { term: 'Neutropenia', bodySystem: 'Blood', synonyms: ['Neutrophil count decreased'] },
  { term: 'Thrombocytopenia', bodySystem: 'Blood', synonyms: ['Platelet count decreased'] },
  { term: 'Anaemia', bodySystem: 'Blood' },
  { term: 'Pancytopenia', bodySystem: 'Blood' },
  { term: 'Febrile neutropenia', bodySystem: 'Blood' },
  { term: 'Fluid retention', bodySystem: 'General' },
  { term: 'Oedema', bodySystem: 'General' },
  { term: 'Oedema peripheral', bodySystem: 'General', synonyms: ['Peripheral oedema'] },
  { term: 'Fatigue', bodySystem: 'General' },
  { term: 'Weight increased', bodySystem: 'Investigations', synonyms: ['Weight gain'] },
  { term: 'Periorbital oedema', bodySystem: 'Eye' },
  { term: 'Eyelid oedema', bodySystem: 'Eye' },
  { term: 'Conjunctival haemorrhage', bodySystem: 'Eye' },
  { term: 'Nausea', bodySystem: 'Gastrointestinal' },
  { term: 'Vomiting', bodySystem: 'Gastrointestinal' },
  { term: 'Diarrhoea', bodySystem: 'Gastrointestinal' },
  { term: 'Dyspepsia', bodySystem: 'Gastrointestinal' },
  { term: 'Abdominal pain', bodySystem: 'Gastrointestinal' },
  { term: 'Muscle spasms', bodySystem: 'Musculoskeletal', synonyms: ['Muscle cramps', 'Muscle cramp', 'Muscle spasm'] },
  { term: 'Myalgia', bodySystem: 'Musculoskeletal', synonyms: ['Muscle pain'] },
  { term: 'Arthralgia', bodySystem: 'Musculoskeletal', synonyms: ['Joint pain'] },
  { term: 'Bone pain', bodySystem: 'Musculoskeletal' },
  { term: 'Rash', bodySystem: 'Skin' },
  { term: 'Dermatitis', bodySystem: 'Skin' },
  { term: 'Pruritus', bodySystem: 'Skin', synonyms: ['Itching'] },
  { term: 'Stevens-Johnson syndrome', bodySystem: 'Skin' },
  { term: 'Headache', bodySystem: 'Nervous system' },
  { term: 'Hepatic enzyme increased', bodySystem: 'Hepatobiliary', synonyms: ['Liver enzymes increased'] },
  { term: 'Alanine aminotransferase increased', bodySystem: 'Hepatobiliary', synonyms: ['ALT increased'] },
  { term: 'Hyperbilirubinaemia', bodySystem: 'Hepatobiliary', synonyms: ['Blood bilirubin increased'] },
  { term: 'Hepatic failure', bodySystem: 'Hepatobiliary' },
  { term: 'Pleural effusion', bodySystem: 'Respiratory' },
  { term: 'Cardiac failure congestive', bodySystem: 'Cardiac', synonyms: ['Congestive heart failure'] },
  { term: 'Haemorrhage', bodySystem: 'Vascular', synonyms: ['Bleeding'] },
  { term: 'Hypophosphataemia', bodySystem: 'Metabolism' },
  { term: 'Hypothyroidism', bodySystem: 'Endocrine' },
  { term: 'Blood creatinine increased', bodySystem: 'Investigations', synonyms: ['Creatinine increased'] },
  { term: 'Growth retardation', bodySystem: 'Metabolism' },
];

/** Letter case, spaces, hyphens and British or American spelling (oedema, edema) do not tell terms apart. */
function spellingKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/oedema/g, 'edema')
    .replace(/rrhoea/g, 'rrhea')
    .replace(/haem/g, 'hem')
    .replace(/aemia/g, 'emia')
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

const termsByKey: ReadonlyMap<string, string> = new Map(
  adverseEventTerms.flatMap(({ term, synonyms = [] }) => [term, ...synonyms].map((name) => [spellingKey(name), term] as const)),
);

/** The listed term that a text names, `Diarrhoea` for `diarrhea`; undefined when it names none of them. */
export function canonicalAdverseEventTerm(text: string): string | undefined {
  return termsByKey.get(spellingKey(text));
}
