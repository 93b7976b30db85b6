/**
 * A pure function of a text that remembers its answers: registry columns repeat few texts (codes, dates, terms) many times,
 * and one shared answer costs neither the work nor the memory twice.
 *
 * @param limit how many answers are kept; beyond it the function is simply called
 */
export function remember<T extends object>(answer: (text: string) => T, limit: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const fresh = answer(text);
    if (known.size < limit) known.set(text, fresh);
    return fresh;
  };
}
