import type { PaperWords } from './paper.js';

export const en: PaperWords = {
  prepared: 'Prepared',
  checked: 'Checked',
  approved: 'Approved',
  signed: 'Approved',
  unsigned: 'Not yet approved',
};
