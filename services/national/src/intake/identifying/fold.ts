const lettersWithoutAccent: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ł: 'l', đ: 'd' };

/** Lower case without diacritics, for comparing words: `Müller` is `muller`, `Sørensen` is `sorensen`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[øæœßłđ]/g, (letter) => lettersWithoutAccent[letter] ?? letter);
}
