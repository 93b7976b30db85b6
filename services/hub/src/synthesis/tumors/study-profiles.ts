import type { BestResponse, Sex } from '@registry-hub/shared/domain';
import { shuffledPack } from '../card-pack';
import { countsOf } from '../cml';
import type { RandomSource } from '../random-source';
import { foundMutations, SCREENED, type StudyGroup, studyMargins } from './study-margins';

/** What is given about a patient of the study before the course is drawn. */
export interface StudyProfile {
  readonly disease: string;
  readonly response: BestResponse;
  /** mg of imatinib a day. */
  readonly dose: number;
  readonly sex: Sex;
  /** The mutation of KIT that was found, or that the tumour was screened and none was; absent where nobody looked. */
  readonly screening?: string | 'NONE';
}

const responseOf = ({ response }: Treated): BestResponse | undefined => (response === 'CR' || response === 'PR' ? response : undefined);

type Treated = Omit<StudyProfile, 'sex' | 'screening'>;

/** A profile for each of the study's patients; the margins come out exactly, whatever is drawn. */
export function studyProfiles(random: RandomSource): readonly StudyProfile[] {
  const treated = [studyMargins.solid, studyMargins.hematologic].flatMap((group) => treatedIn(group, random));
  const found = foundIn(treated);
  const rest = random.shuffled(treated.flatMap((_, index) => (found.has(index) ? [] : [index])));
  const screened = new Set(rest.slice(0, SCREENED - found.size));
  return treated.map((patient, index) => {
    const variant = found.get(index) ?? (screened.has(index) ? 'NONE' : undefined);
    return { ...patient, sex: random.chance(50) ? 'F' : 'M', ...(variant !== undefined && { screening: variant }) };
  });
}

function treatedIn({ arms, others, dose }: StudyGroup, random: RandomSource): readonly Treated[] {
  const rest = shuffledPack(countsOf(others), random);
  return arms.flatMap(({ disease, patients, complete = 0, partial = 0 }) =>
    Array.from({ length: patients }, (_, index): Treated => {
      const responded = index < complete ? 'CR' : index < complete + partial ? 'PR' : undefined;
      return { disease, dose, response: responded ?? rest.deal() };
    }),
  );
}

/** The patients in whom mutations were found: of each disease the first who responded as told, or did not. */
function foundIn(treated: readonly Treated[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { disease, variant, response } of foundMutations) {
    const index = treated.findIndex(
      (patient, place) => patient.disease === disease && !found.has(place) && responseOf(patient) === response,
    );
    found.set(index, variant);
  }
  return found;
}
