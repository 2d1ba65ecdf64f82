/** Every kind of the contract loads by its own header, is accounted for, and has its references checked. */
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/config/model.js';
import { messageOf } from '../../src/errors.js';
import type { ColumnType } from '../../src/staging/contract.js';
import { contracts } from '../../src/staging/contracts/index.js';
import { withStaged } from './project.js';

/** A value that reads as its type; ids and scopes name the one thing of each kind. */
function sample(name: string, type: ColumnType): string {
  switch (type.is) {
    case 'id':
      return name === 'recurs_of'
        ? ''
        : name.replace(/^(rollout_|caused_)/, '').replace('parent_id', 'node_id');
    case 'boolean':
      return 'true';
    case 'integer':
      return name === 'fiscal_year' ? '2026' : String(type.min ?? 1);
    case 'number':
      return type.max === undefined ? '1.5' : String(type.max / 2);
    case 'minutes':
      return '1:30';
    case 'real':
      return '-1.5e-3';
    case 'time':
      return '2026-10-03T10:00:00+09:00';
    case 'date':
      return '2026-10-03';
    case 'month':
      return '2026-10';
    case 'oneOf':
      return type.values[0]!;
    case 'list':
      return `${type.values[0]}; ${type.values[1]}`;
    case 'scope':
      return type.kinds.includes('system') ? 'system:system_id' : 'group';
    default:
      return `${name} 値`;
  }
}

const project = (change: (kind: string, row: Record<string, string>) => void = () => {}) =>
  Object.fromEntries([
    [
      'kado.yaml',
      `max_reject_rate: 1\nsources:\n${kinds.map((kind) => `  ${kind}: ${kind}.csv\n`).join('')}`,
    ],
    ...kinds.map((kind) => {
      const row: Record<string, string> = Object.fromEntries(
        contracts[kind].columns.map((c) => [c.name, sample(c.name, c.type)]),
      );
      change(kind, row);
      return [`${kind}.csv`, `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`];
    }),
  ]);

describe('every kind of the contract', () => {
  it('loads by its own header, with every column, and nothing is rejected', () =>
    withStaged(project(), async ({ db, loaded, rejects }) => {
      expect(rejects).toEqual([]);
      expect(loaded.receipts.map((r) => [r.kind, r.rows, r.staged])).toEqual(
        kinds.map((kind) => [kind, 1, 1]),
      );
      // Samples of capacity are rolled up by day (samples.test.ts).
      for (const kind of kinds.filter((k) => k !== 'capacity')) {
        const counts = contracts[kind].columns.map((c) => `count("${c.name}") AS "${c.name}"`);
        const [row] = await db.rows<Record<string, number>>(
          `SELECT ${counts.join(', ')} FROM staging.${kind}`,
        );
        const empty = Object.keys(row!).filter((name) => row![name] === 0);
        expect([kind, ...empty]).toEqual(kind === 'incidents' ? [kind, 'recurs_of'] : [kind]);
      }
      expect(loaded.warnings.map((w) => w.code)).toEqual(['severity_unranked', 'service_hours_unread']);
    }));

  it('has a value that does not read rejected with its column', () =>
    withStaged(
      project((kind, row) => {
        if (kind === 'observations') row.month = '2026-13';
        if (kind === 'system_suppliers') row.delivers = 'trouble; nonsense';
        if (kind === 'targets') row.scope = 'supplier:x';
        if (kind === 'submissions') row.scope = 'group';
        if (kind === 'capacity') row.value = 'NaN';
        if (kind === 'risks') row.likelihood = '6';
      }),
      async ({ rejects }) => {
        expect(rejects.map((r) => [r.kind, r.column, r.code])).toEqual([
          ['system_suppliers', 'delivers', 'value_not_listed'],
          ['capacity', 'value', 'value_not_number'],
          ['observations', 'month', 'value_not_month'],
          ['targets', 'scope', 'value_not_scope'],
          ['risks', 'likelihood', 'value_not_number'],
          ['submissions', 'scope', 'value_not_scope'],
        ]);
      },
    ));

  it('has ids and scopes that name nothing reported, with both places', () =>
    withStaged(
      project((kind, row) => {
        if (kind === 'changes') row.caused_incident_id = 'gone';
        if (kind === 'checklist_answers') row.item_id = 'gone';
        if (kind === 'measures') row.scope = 'unit:gone';
        if (kind === 'kpi') row.scope = 'layer:anything';
      }),
      async ({ loaded }) => {
        const found = loaded.warnings.filter((w) => w.code.startsWith('reference_'));
        expect(found.map((w) => [w.place, messageOf(w, 'en')])).toEqual([
          [
            { file: 'changes.csv', line: 2, column: 'caused_incident_id' },
            'caused_incident_id "gone" is not among the incidents (incidents.csv); rows: 1',
          ],
          [
            { file: 'kpi.csv', line: 2, column: 'scope' },
            'scope "layer:anything": no row of systems (systems.csv) has this layer; rows: 1',
          ],
          [
            { file: 'measures.csv', line: 2, column: 'scope' },
            'scope "unit:gone" is not among the units (units.csv); rows: 1',
          ],
          [
            { file: 'checklist_answers.csv', line: 2, column: 'item_id' },
            'item_id "gone" is not among the checklist_items (checklist_items.csv); rows: 1',
          ],
        ]);
      },
    ));
});
