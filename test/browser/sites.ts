/** The demo opened both ways, and one page of each kind. */
import { pathToFileURL } from 'node:url';
import { demo } from '../site/kado.js';
import { serve } from './server.js';

export const locales = ['ja', 'en'] as const;
export const ways = ['file', 'http'] as const;

/** One route of each kind of page, and of those with the longest tables. */
export const routes = [
  'index.html',
  'company/index.html',
  'company/a.html',
  'unit/index.html',
  'unit/a-markets.html',
  'system/index.html',
  'system/a-foreign-exchange-settlement.html',
  'form/system/a-foreign-exchange-settlement.html',
  // 北辰データ基盤, which most systems stand on.
  'form/supplier/04b9a672.html',
  'risk.html',
  'register/2026-10.html',
  // INC0000378, the open critical one.
  'incident/inc0000378-ae3d5120.html',
  'data.html',
  'methods.html',
  'scheme/index.html',
  'scheme/finance-a.html',
];

export interface Sites {
  readonly file: string;
  readonly http: string;
  close(): Promise<void>;
}

export async function openSites(): Promise<Sites> {
  const dist = await demo();
  const server = await serve(dist);
  return { file: pathToFileURL(dist).href, http: server.url, close: server.close };
}
