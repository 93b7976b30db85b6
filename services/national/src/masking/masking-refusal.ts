/** Why a country masks no answer to a question, with the sentence that the hub and its log get. */
const sentences = {
  QUESTION_ID: () => "The question's id is no UUID of version 7, or not of these minutes.",
  TOO_FEW_PARTICIPANTS: () => 'A masked sum needs at least three countries: of two, each would know the other.',
  PARTICIPANTS_OUT_OF_ORDER: () => 'Participants must be countries in code order, each once and each with a key of its own.',
  NOT_A_PARTICIPANT: () => 'This country is not among the participants.',
  OTHER_OWN_KEY: () => 'The key named for this country is not its own.',
  UNUSABLE_KEY: (countries) => `The key of ${countries} is no usable X25519 public key.`,
  UNKNOWN_KEY: (countries) => `The key of ${countries} is not known here: a coordinator has to confirm it first.`,
  CHANGED_KEY: (countries) => `The key of ${countries} is another than before: a coordinator has to confirm it first.`,
  OTHER_CONTENT: () => 'Another question, or one to other participants, was answered under this id.',
  DATA_CHANGED: () => 'The data changed since this id was answered: the difference would show. Ask under a new id.',
} as const satisfies Readonly<Record<string, (countries: string) => string>>;

export type MaskingRefusalCode = keyof typeof sentences;

/** That a country does not answer a question of the hub, though the caller might ask it. */
export class MaskingRefusal extends Error {
  override readonly name = 'MaskingRefusal';

  /** @param countries whose keys are the reason, where they are */
  constructor(
    readonly code: MaskingRefusalCode,
    readonly countries: readonly string[] = [],
  ) {
    super(sentences[code](countries.join(', ')));
  }
}
