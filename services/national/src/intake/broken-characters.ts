/** NUL, the sign that stands for undecodable bytes, and halves of surrogate pairs: none of them is in a text that was UTF-8. */
const BROKEN = /[\0\uFFFD]|\p{Surrogate}/u;

export function holdsBrokenCharacters(text: string): boolean {
  return BROKEN.test(text);
}
