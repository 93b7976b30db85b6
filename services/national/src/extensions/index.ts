import type { ExtensionRegistry } from '../extension';
import { frenchObservatory } from './french-observatory';

/** The extensions there are, by country: each is one folder beside this file. */
export const nationalExtensions: ExtensionRegistry = { FR: [frenchObservatory] };
