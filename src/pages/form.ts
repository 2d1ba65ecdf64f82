/** The form of the monthly report, one for each system and supplier, to be printed. */
import type { PageContent } from './page.js';
import type { View } from './view.js';

export const formPages = (_view: View): readonly PageContent[] => [];
