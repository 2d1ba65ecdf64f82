import { aspects } from '../../config/aspects.js';
import { type Contract, date, id, list, required, text } from '../contract.js';

export const systemSuppliers: Contract = {
  kind: 'system_suppliers',
  grain: { ja: '1行は1システムと1供給者', en: 'One row is one system and one of its suppliers' },
  key: ['system_id', 'supplier'],
  columns: [
    required(id('system_id')),
    required(text('supplier')),
    text('role'),
    date('contract_until'),
    list('delivers', ...aspects),
  ],
  references: [{ column: 'system_id', to: 'systems', key: 'system_id' }],
};
