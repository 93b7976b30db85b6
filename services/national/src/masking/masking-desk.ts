import { pooledRole } from '@registry-hub/shared/disclosure';
import { HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import { type MaskingContext, type MaskingKey, maskVector, type SumVector } from '@registry-hub/shared/masking';
import type { AnsweredOnce } from './answered-once';
import { checkParticipants } from './check-participants';
import type { PinnedKeys } from './pinned-keys';

/** What masks answers as long as the process lives. */
export interface MaskingServices {
  readonly country: string;
  readonly key: MaskingKey;
  readonly pinned: Pick<PinnedKeys, 'check'>;
  readonly once: Pick<AnsweredOnce, 'admit'>;
  readonly clock: () => Date;
}

/** Masks the answer to the question it was made for. */
export type MaskAnswer = (answer: SumVector) => SumVector;

/** Where a country decides whether it takes part in a masked sum, and masks what it gives to it. */
export class MaskingDesk {
  constructor(private readonly services: MaskingServices) {}

  /** Raw X25519 public key, base64url. */
  get publicKey(): string {
    return this.services.key.publicKey;
  }

  /**
   * Admits a question, or refuses it. The database is asked twice, at the same time; the answer may be worked out meanwhile.
   *
   * @param context of the question as the hub signed it @param revision of the data that the answer will be counted from
   * @returns what masks the answer: counted from that revision, and no other, since an answer from changed data under the same
   *   masks would tell the change
   * @throws MaskingRefusal; HubError FORBIDDEN when the caller has no right to European figures
   */
  async admit(caller: Caller, context: MaskingContext, revision: number): Promise<MaskAnswer> {
    const { country, key, pinned, once, clock } = this.services;
    if (pooledRole(caller) === undefined) throw new HubError('FORBIDDEN');
    const peers = checkParticipants(context.participants, { country, publicKey: key.publicKey });
    const now = clock();
    await Promise.all([pinned.check(peers, now), once.admit(context, revision, now)]);
    return (answer) => maskVector(answer, key, context);
  }
}
