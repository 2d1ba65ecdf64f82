import type { Locale } from './language.js';
import { en } from './suppliers.en.js';
import { ja } from './suppliers.ja.js';
import type { SupplierWords } from './suppliers.js';

const words: Readonly<Record<Locale, SupplierWords>> = { ja, en };

export const supplierWords = (locale: Locale): SupplierWords => words[locale];
