import type { DerivedCase } from '../domain';
import {
  AnalysisCache,
  addCounts,
  answerQuestion,
  type CaseColumns,
  CaseColumnsBuilder,
  type CohortQuestion,
  canonicalText,
  decodeCounts,
  encodeCounts,
  LAYOUT_VERSION,
  type PartialPool,
  type PooledAnswer,
  readQuestion,
} from '../statistics';

/** Countries within this process, asked as they are over the wire: the question goes as text and partials as bytes. */
export class LocalPool implements PartialPool {
  /** What was asked so far, in order. */
  readonly questions: CohortQuestion[] = [];

  private readonly cache = new AnalysisCache();
  private readonly countries: ReadonlyMap<string, CaseColumns>;

  constructor(patients: Readonly<Record<string, readonly DerivedCase[]>>) {
    const codes = Object.keys(patients).toSorted();
    this.countries = new Map(codes.map((code) => [code, columnsOf(patients[code] ?? [])]));
  }

  ask({ filter, figures }: Pick<CohortQuestion, 'filter' | 'figures'>): Promise<PooledAnswer> {
    const countries = [...this.countries.keys()].filter((code) => filter.countries?.includes(code) ?? true);
    const question: CohortQuestion = { layoutVersion: LAYOUT_VERSION, filter, countries, figures };
    this.questions.push(question);
    const parts = countries.map((country) => decodeCounts(this.answer(country, canonicalText(question)), figures.length));
    return Promise.resolve({
      question,
      coverage: { answered: countries, missing: [] },
      figures: figures.map((_, index) => addCounts(parts.flatMap((part) => part[index] ?? []))),
    });
  }

  private answer(country: string, text: string): Uint8Array {
    const read = readQuestion(text, LAYOUT_VERSION);
    const columns = this.countries.get(country);
    if (read.kind !== 'question' || !columns) throw new Error(read.kind === 'invalid' ? read.reason : `no question to ${country}`);
    return encodeCounts(answerQuestion(columns, country, read.question, 'EUROPEAN', this.cache));
  }
}

export function columnsOf(patients: readonly DerivedCase[]): CaseColumns {
  const builder = new CaseColumnsBuilder();
  for (const patient of patients) builder.add(patient);
  return builder.build();
}
