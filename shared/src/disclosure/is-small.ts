/** Whether a count must not be released: of somebody, but of fewer than k. */
export function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}
