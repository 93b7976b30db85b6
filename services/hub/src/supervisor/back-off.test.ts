import { backOffMs } from './back-off';

test('the pause doubles from a fifth of a second up to a quarter of a minute', () => {
  expect([1, 2, 3, 4, 7, 8, 9, 1000].map(backOffMs)).toEqual([200, 400, 800, 1600, 12_800, 15_000, 15_000, 15_000]);
});
