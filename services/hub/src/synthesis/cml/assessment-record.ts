import type { Assessment, CalendarDate, Phase } from '@registry-hub/shared/domain';
import { rounded, valueAtRank } from '../quantiles';
import type { RandomSource } from '../random-source';
import type { DiseaseState } from './disease-state';

/** Which of the tests that not every visit has were done. */
export interface TestsDone {
  readonly cytogenetics: boolean;
  readonly molecular: boolean;
}

/** An examination that documents a state: blood count always, metaphases and transcripts where they were tested. */
export function assessmentRecord(
  patientCode: string,
  assessedOn: CalendarDate,
  state: DiseaseState,
  tests: TestsDone,
  random: RandomSource,
): Assessment {
  return {
    patientCode,
    assessedOn,
    phase: state.phase,
    completeHematologicResponse: state.completeHematologicResponse,
    ...bloodCount(state, random),
    ...(tests.cytogenetics && metaphases(state, random)),
    ...(tests.molecular && transcripts(state, random)),
  };
}

type BloodCount = Required<Pick<Assessment, 'wbc' | 'platelets' | 'blastsPct'>>;
type Range = readonly [min: number, max: number];

/** Ranges in 10*9/L and %, inside the phase definitions of Baccarani, Blood 2006;108:1809 (accelerated from 15, blast from 30 % blasts). */
const countsByPhase: { readonly [P in Phase]: { readonly wbc: Range; readonly platelets: Range; readonly blastsPct: Range } } = {
  CHRONIC: { wbc: [11, 75], platelets: [180, 900], blastsPct: [0, 5] },
  ACCELERATED: { wbc: [6, 90], platelets: [45, 700], blastsPct: [15, 29] },
  BLAST: { wbc: [12, 98], platelets: [22, 260], blastsPct: [32, 90] },
};
/** Complete haematologic response: fewer than 10 leukocytes and 450 platelets, 10*9/L (Baccarani 2006). */
const countsInResponse = { wbc: [3, 9.4], platelets: [120, 430], blastsPct: [0, 0] } as const;

function bloodCount({ phase, completeHematologicResponse }: DiseaseState, random: RandomSource): BloodCount {
  const ranges = completeHematologicResponse ? countsInResponse : countsByPhase[phase];
  const draw = (range: Range): number => valueAtRank(range, random.rank());
  return {
    wbc: rounded(draw(ranges.wbc), 10),
    platelets: rounded(draw(ranges.platelets), 1),
    blastsPct: rounded(draw(ranges.blastsPct), 1),
  };
}

/** At least the 20 metaphases that make the response evaluable. Rounded down, so that no share crosses the limit above it. */
function metaphases({ phPositivePct }: DiseaseState, random: RandomSource): Partial<Assessment> {
  const metaphasesExamined = random.integer(20, 30);
  const positive = Math.floor((phPositivePct * metaphasesExamined) / 100);
  return { metaphasesExamined, metaphasesPhPositive: phPositivePct > 0 ? Math.max(1, positive) : 0 };
}

/** Two results of one level differ by up to a tenth. Deep levels come with the control-gene copies that they need. */
function transcripts({ bcrAbl1IsPct }: DiseaseState, random: RandomSource): Partial<Assessment> {
  const value = rounded(bcrAbl1IsPct * (0.9 + random.rank() / 10), 1000);
  // 32,000 copies carry 4.5 logs (Cross, Leukemia 2015;29:999); no level here is deeper
  return { bcrAbl1IsPct: value, abl1Copies: random.integer(value <= 0.1 ? 32_000 : 12_000, 150_000) };
}
