import { MINIMUM_COUNTRIES } from '@registry-hub/shared/disclosure';
import { COUNTRY_CODE } from '@registry-hub/shared/domain';
import type { Participant } from '@registry-hub/shared/masking';
import { MaskingRefusal } from './masking-refusal';

/**
 * Refuses participants among whom this country's numbers would not be hidden, or whose masks would not cancel.
 *
 * @param own this country, with its own key
 * @returns the other ones
 * @throws MaskingRefusal with the first fault
 */
export function checkParticipants(participants: readonly Participant[], own: Participant): readonly Participant[] {
  const inOrder = participants.every(
    ({ country }, index) => COUNTRY_CODE.test(country) && (index === 0 || (participants[index - 1]?.country ?? '') < country),
  );
  const keys = new Set(participants.map(({ publicKey }) => publicKey));
  if (!inOrder || keys.size < participants.length) throw new MaskingRefusal('PARTICIPANTS_OUT_OF_ORDER');
  if (participants.length < MINIMUM_COUNTRIES) throw new MaskingRefusal('TOO_FEW_PARTICIPANTS');
  const self = participants.find(({ country }) => country === own.country);
  if (!self) throw new MaskingRefusal('NOT_A_PARTICIPANT');
  if (self.publicKey !== own.publicKey) throw new MaskingRefusal('OTHER_OWN_KEY');
  return participants.filter((participant) => participant !== self);
}
