/** How freezes may be called: `published-2006`. */
export const FREEZE_LABEL = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** The same in words, for who sent another one. */
export const FREEZE_LABEL_RULE =
  'lower-case letters, digits, dots, dashes and underscores, 1 to 64 of them, beginning with a letter or digit';
