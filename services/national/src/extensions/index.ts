import type { ExtensionRegistry } from '../extension';

/** The extensions there are, by country: each is one folder beside this file. */
export const nationalExtensions: ExtensionRegistry = {};
