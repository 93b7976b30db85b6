import { commonDisclosureSettings, type DerivedCase } from '../domain';
import { addMasked, decodeSumVector, encodeSumVector, MaskingKey, maskVector, newQuestionId } from '../masking';
import {
  AnalysisCache,
  answerQuestion,
  askInRounds,
  type CaseColumns,
  CaseColumnsBuilder,
  type CohortQuestion,
  canonicalText,
  countriesToAsk,
  LAYOUT_VERSION,
  type PartialPool,
  PlanMemory,
  type PooledAnswer,
  type PoolQuestion,
  readQuestion,
  toVector,
  vectorLayout,
} from '../statistics';

interface LocalCountry {
  readonly code: string;
  readonly columns: CaseColumns;
  readonly key: MaskingKey;
}

/** Countries within this process, asked as they are over the wire: the question goes as text and masked vectors as bytes, round by round. */
export class LocalPool implements PartialPool {
  /** What was asked so far, in order. */
  readonly questions: CohortQuestion[] = [];
  /** How many rounds all of it took. */
  rounds = 0;

  private readonly cache = new AnalysisCache();
  private readonly memory = new PlanMemory();
  private readonly countries: readonly LocalCountry[];

  constructor(patients: Readonly<Record<string, readonly DerivedCase[]>>) {
    const codes = Object.keys(patients).toSorted();
    this.countries = codes.map((code) => ({ code, columns: columnsOf(patients[code] ?? []), key: MaskingKey.generate() }));
  }

  async ask({ filter, figures }: PoolQuestion): Promise<PooledAnswer> {
    const known = this.countries.map(({ code }) => code);
    const countries = known.filter((code) => filter.countries?.includes(code) ?? true);
    const participating = countriesToAsk(known, { filter, figures });
    const asked = this.countries.filter(({ code }) => participating.includes(code));
    const participants = asked.map(({ code, key }) => ({ country: code, publicKey: key.publicKey }));
    const question: CohortQuestion = { layoutVersion: LAYOUT_VERSION, filter, countries, figures };
    this.questions.push(question);
    const pooled = await askInRounds(question, this.memory, (plans, layout) => {
      this.rounds += 1;
      const text = canonicalText({ ...question, round: { questionId: newQuestionId(new Date(0)), participants, plans } });
      const length = { counts: layout.counts, fixed: layout.sums };
      return Promise.resolve(addMasked(asked.map((country) => decodeSumVector(this.answer(country, text), length))));
    });
    return {
      question,
      coverage: { answered: countries, missing: [] },
      settings: new Map(participating.map((code) => [code, commonDisclosureSettings])),
      figures: pooled ?? [],
      leftOut: false,
    };
  }

  private answer({ code, columns, key }: LocalCountry, text: string): Uint8Array {
    const read = readQuestion(text, LAYOUT_VERSION);
    if (read.kind !== 'question' || !read.question.round) throw new Error(read.kind === 'invalid' ? read.reason : `no question to ${code}`);
    const { round } = read.question;
    const counts = answerQuestion(columns, code, read.question, 'EUROPEAN', this.cache);
    const vector = toVector(vectorLayout(read.question, round.plans), counts);
    return encodeSumVector(maskVector(vector, key, { ...round, content: Buffer.from(text), layoutVersion: LAYOUT_VERSION }));
  }
}

export function columnsOf(patients: readonly DerivedCase[]): CaseColumns {
  const builder = new CaseColumnsBuilder();
  for (const patient of patients) builder.add(patient);
  return builder.build();
}
