/** A system's part of the risk register: what it says of hand-made rows. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/locale/language.js';
import { registerSection } from '../../src/pages/parts/register.js';
import type { Register } from '../../src/pages/risk/register.js';
import { routes } from '../../src/pages/view.js';
import { type Make, noRegister, readBase, viewOf, words } from './handMade.js';

let view: Make;
beforeAll(async () => {
  view = viewOf(await readBase());
});

describe("a system's part of the register", () => {
  const risk = {
    riskId: 'R1',
    systemId: 's1',
    title: '<b>単独の回線</b>',
    likelihood: 2,
    impact: 2,
    score: 4,
    level: 1,
    treatment: 'reduce',
    owner: '三枝',
    dueOn: '2026-03-31',
    overdueDays: 20,
  } as const;
  const disagreement = {
    systemId: 's1',
    finding: 'registered_low',
    registered: 1,
    measured: 4,
    riskId: 'R1',
  } as const;
  const seen = (register: Register, locale: Locale = 'en', withSystem = false): string =>
    words(
      registerSection(
        view({}, locale, register),
        routes.system('s1'),
        (row) => row.systemId === 's1',
        withSystem,
      ),
    );

  it('says where the register and the measurement disagree, and lists its open risks', () => {
    const register = {
      risks: [risk, { ...risk, riskId: 'R2', systemId: 's2' }],
      disagreements: [disagreement, { ...disagreement, systemId: 's2' }],
    };
    const text = seen(register);
    expect(text).toContain('Measured at critical, but registered at low (R1).|');
    expect(text).toContain('R1 <b>単独の回線</b>|Low|2 × 2 = 4|mitigate|三枝|2026-03-31|20|');
    expect(text).not.toContain('R2');
    expect(seen(register, 'ja')).toContain('測定では「極めて高」ですが、登録簿では「低」です（R1）。|');
    expect(seen(register, 'ja', true)).toContain(
      's：測定では「極めて高」ですが、登録簿では「低」です（R1）。|',
    );
  });

  it.each([
    [
      { ...disagreement, finding: 'not_registered', registered: null, riskId: null },
      'Measured at critical, but no risk is open in the register.',
    ],
    [
      { ...disagreement, registered: null },
      'Measured at critical, but the registered risk has no likelihood and impact (R1).',
    ],
    [
      { ...disagreement, finding: 'registered_high', registered: 3, measured: 0 },
      'Registered at high, but measured at none (R1).',
    ],
  ] as const)('says what %o is', (d, sentence) => {
    expect(seen({ risks: [], disagreements: [d] })).toContain(sentence);
  });

  it('says where there is nothing, and where nothing is known', () => {
    const text = seen(noRegister);
    expect(text).toContain('Register and measurement do not contradict each other.');
    expect(text).toContain('No risk is open in the register.');
    expect(
      seen({ risks: [{ ...risk, likelihood: null, score: null, level: null }], disagreements: [] }),
    ).toContain('|No data|not rated|');
  });
});
