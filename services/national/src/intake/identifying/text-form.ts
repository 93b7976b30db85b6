/** One form for texts that look alike: full-width digits, no-break spaces and the many dashes become the ASCII ones. */
export function plainForm(text: string): string {
  return text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-');
}
