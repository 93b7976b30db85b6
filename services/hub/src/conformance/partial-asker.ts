import { HUB_SIGNATURE_HEADER } from '@registry-hub/shared/identity';
import { newQuestionId, type Participant } from '@registry-hub/shared/masking';
import { KNOWN_STATE_HEADER, PARTIAL_PATH } from '@registry-hub/shared/partial-exchange';
import { type CohortQuestion, canonicalText, LAYOUT_VERSION, type MaskedRound } from '@registry-hub/shared/statistics';
import type { Asker } from './access';
import { maskingKeyOf } from './checks/health-checks';
import { NotTried } from './deviation';
import type { Answer, RegistryUnderTest } from './registry-under-test';

/** Fewer would know each other's sums. */
const PARTICIPANTS = 3;

/** Every country of a masked sum: the registry, with the others of its hub. @throws NotTried where these are too few */
export async function participantsWith(registry: RegistryUnderTest): Promise<readonly Participant[]> {
  const peers = (await registry.access.peers()).filter(({ country }) => country !== registry.code);
  if (peers.length < PARTICIPANTS - 1) {
    throw new NotTried('a masked sum needs two more countries of a hub that runs, whose register HUB_DATA has');
  }
  const own = { country: registry.code, publicKey: await maskingKeyOf(registry) };
  return [own, ...peers].toSorted((a, b) => (a.country < b.country ? -1 : 1));
}

/** A question of two figures, one round of it where participants are given. */
export function sampleQuestion(
  participants: readonly Participant[],
  {
    figures = [{ kind: 'size' }, { kind: 'frequencies', of: 'SEX' }],
    ...more
  }: Partial<CohortQuestion> & Partial<Pick<MaskedRound, 'questionId'>> = {},
): CohortQuestion {
  const { questionId = newQuestionId(new Date()), ...given } = more;
  return {
    layoutVersion: LAYOUT_VERSION,
    filter: { registry: 'IMATINIB_FAILURE' },
    countries: participants.map(({ country }) => country),
    figures,
    round: { questionId, participants, plans: figures.map(() => []) },
    ...given,
  };
}

export interface AskedAs {
  readonly asker?: Asker;
  /** What is signed, where it is not the question; `none` for no signature. */
  readonly signed?: string;
  readonly knownState?: string;
}

/** Puts a question as the hub does. */
export async function askPartial(
  registry: RegistryUnderTest,
  question: CohortQuestion,
  { asker = 'lead', signed, knownState }: AskedAs = {},
): Promise<Answer> {
  const text = canonicalText(question);
  const signature = signed === 'none' ? undefined : await registry.access.signQuestion([registry.code], signed ?? text);
  return registry.door(`.${PARTIAL_PATH}`, {
    headers: {
      authorization: `Bearer ${await registry.tokenOf(asker)}`,
      'content-type': 'application/json',
      ...(signature !== undefined && { [HUB_SIGNATURE_HEADER]: signature }),
      ...(knownState !== undefined && { [KNOWN_STATE_HEADER]: knownState }),
    },
    body: text,
  });
}
