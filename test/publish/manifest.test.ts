import { expect, test } from 'vitest';
import type { Config } from '../../src/config/model.js';
import type { Period } from '../../src/marts/period.js';
import { manifestText } from '../../src/publish/manifest.js';
import type { Receipt } from '../../src/staging/receipt.js';

test('the sheet that was read stands beside its file, and nowhere else', () => {
  const receipts = ['"5月"', undefined].map((sheet) => ({ why: { code: 'own-format' }, sheet }) as Receipt);
  const text = manifestText({
    ...{ config: {} as Config, period: { covers: [] as const } as unknown as Period, receipts },
    ...{ version: '1', buildId: 'b', locales: ['ja'], shells: 's' },
  });
  expect(JSON.parse(text).inputs).toEqual([
    { encoding_because: 'own-format', sheet: '"5月"' },
    { encoding_because: 'own-format' },
  ]);
});
