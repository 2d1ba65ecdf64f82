import type { PaperWords } from './paper.js';

export const ja: PaperWords = {
  prepared: '作成',
  checked: '確認',
  approved: '承認',
  signed: '承認済み',
  unsigned: '未承認',
};
