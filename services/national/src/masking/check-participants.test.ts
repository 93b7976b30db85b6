import type { Participant } from '@registry-hub/shared/masking';
import { checkParticipants } from './check-participants';
import { MaskingRefusal, type MaskingRefusalCode } from './masking-refusal';

const france: Participant = { country: 'FR', publicKey: 'key of FR' };
const others = ['AT', 'DE', 'IT'].map((country) => ({ country, publicKey: `key of ${country}` }));
const [austria, germany, italy] = others as [Participant, Participant, Participant];

describe('participants of a masked sum', () => {
  it('are this country and at least two more', () => {
    expect(checkParticipants([austria, france, italy], france)).toEqual([austria, italy]);
    expect(checkParticipants([austria, germany, france, italy], france)).toEqual(others);
  });

  it.each<[string, readonly Participant[], MaskingRefusalCode]>([
    ['none', [], 'TOO_FEW_PARTICIPANTS'],
    ['this country alone', [france], 'TOO_FEW_PARTICIPANTS'],
    ['two', [france, italy], 'TOO_FEW_PARTICIPANTS'],
    ['this country not among them', others, 'NOT_A_PARTICIPANT'],
    ['this country under another key', [austria, { ...france, publicKey: 'another' }, italy], 'OTHER_OWN_KEY'],
    ['this country twice, and so too few', [france, france, italy], 'PARTICIPANTS_OUT_OF_ORDER'],
    ['another country twice, under two keys', [austria, { ...austria, publicKey: 'another' }, france], 'PARTICIPANTS_OUT_OF_ORDER'],
    ['two countries under one key', [austria, france, { ...italy, publicKey: austria.publicKey }], 'PARTICIPANTS_OUT_OF_ORDER'],
    ['this country under its own key and another name', [austria, france, { ...france, country: 'XX' }], 'PARTICIPANTS_OUT_OF_ORDER'],
    ['another order', [italy, france, austria], 'PARTICIPANTS_OUT_OF_ORDER'],
    ['a code that is none', [austria, france, { ...italy, country: 'it' }], 'PARTICIPANTS_OUT_OF_ORDER'],
  ])('are refused: %s', (_what, participants, code) => {
    const check = (): unknown => checkParticipants(participants, france);
    expect(check).toThrow(MaskingRefusal);
    expect(check).toThrow(expect.objectContaining({ code }));
  });
});
