import { HUB_SIGNATURE_VALID_SECONDS } from '@registry-hub/shared/identity';

/** How a kind of key is replaced. */
export interface KeyLife {
  /** How long what it signed stays valid: the public half of a replaced key is listed for so long. */
  readonly validSeconds: number;
}

/** The key with which the hub signs its questions to the countries. */
export const HUB_KEY_LIFE: KeyLife = { validSeconds: HUB_SIGNATURE_VALID_SECONDS };
