import { shuffledPack } from './card-pack';
import { RandomSource } from './random-source';

describe('shuffledPack', () => {
  it('deals each value as often as it is counted, then nothing', () => {
    const pack = shuffledPack(
      [
        ['heart', 3],
        ['spade', 2],
      ],
      RandomSource.of(1),
    );
    const dealt = Array.from({ length: 5 }, () => pack.deal());
    expect(dealt.filter((card) => card === 'heart')).toHaveLength(3);
    expect(dealt.filter((card) => card === 'spade')).toHaveLength(2);
    expect(() => pack.deal()).toThrow('The pack of cards is empty.');
  });
});
