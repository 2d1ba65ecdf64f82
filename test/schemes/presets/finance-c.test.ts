/**
 * schemes.md, finance-c. Large: symptom_class data_center, power or network, or 3 or more systems named. Impact A: operations_affected
 * and impact_minutes ≥ 30; B: customers_affected; C: else. Large A is critical; A, or large B, heavy; the others other.
 */
import { describe } from 'vitest';
import { itGrades, itRates } from '../grading.js';

const parts = (
  symptom: string | null,
  operations: boolean | null,
  minutes: number | null,
  customers: boolean | null,
  more = {},
) => ({
  symptom_class: symptom,
  operations_affected: operations,
  minutes,
  customers_affected: customers,
  ...more,
});
const also = (incident: string, ...systems: string[]) =>
  systems.map((system) => ({ incident_id: incident, system_id: system, role: 'affected' }));

describe('finance-c', () => {
  itGrades(
    'finance-c',
    [
      ['data centre, 30 minutes', parts('data_center', true, 30, false), 'large-A critical'],
      ['power, 30 minutes, customers', parts('power', true, 30, true), 'large-A critical'],
      ['network, 31 minutes', parts('network', true, 31, false), 'large-A critical'],
      ['network, 29 minutes, customers', parts('network', true, 29, true), 'large-B heavy'],
      ['data centre, no operations, customers', parts('data_center', false, 600, true), 'large-B heavy'],
      ['power, 29 minutes, no customers', parts('power', true, 29, false), 'large-C other'],
      ['network, nothing harmed', parts('network', false, 600, false), 'large-C other'],
      ['application, 30 minutes', parts('application', true, 30, false), 'A heavy'],
      ['application, 30 minutes, customers', parts('application', true, 30, true), 'A heavy'],
      ['mail is none of the three', parts('mail', true, 30, false), 'A heavy'],
      ['application, 29 minutes, customers', parts('application', true, 29, true), 'B other'],
      ['edi, no operations, customers', parts('edi', false, 600, true), 'B other'],
      ['application, 29 minutes', parts('application', true, 29, false), 'C other'],
      ['other', parts('other', false, 600, false), 'C other'],
      ['two systems are not large', parts('application', true, 30, false, { incident_id: 'two' }), 'A heavy'],
      [
        'three systems are',
        parts('application', true, 30, false, { incident_id: 'three' }),
        'large-A critical',
      ],
      [
        'three systems, symptom unknown',
        parts(null, false, 5, false, { incident_id: 'blind' }),
        'large-C other',
      ],
      ['two systems, symptom unknown, stopped', parts(null, true, 30, false), '? symptom_class'],
      // Neither A nor B; large C or C, though.
      ['symptom unknown, nothing harmed', parts(null, false, 5, false), '? symptom_class'],
      ['operations unknown, 29 minutes', parts('application', null, 29, false), 'C other'],
      ['operations unknown, 30 minutes', parts('application', null, 30, false), '? operations_affected'],
      ['time unknown, no operations', parts('application', false, null, true), 'B other'],
      ['time unknown, operations', parts('application', true, null, true), '? impact_minutes'],
      ['customers unknown, stopped', parts('application', true, 30, null), 'A heavy'],
      ['customers unknown, large and stopped', parts('power', true, 30, null), 'large-A critical'],
      ['customers unknown, large', parts('power', false, 30, null), '? customers_affected'],
      ['customers unknown', parts('application', false, 30, null), '? customers_affected'],
    ],
    {
      systems: [{ system_id: 's' }, { system_id: 't' }, { system_id: 'v' }],
      // The record names s itself; naming it again makes no second system.
      named: [...also('two', 's', 't'), ...also('three', 't', 'v'), ...also('blind', 's', 't', 'v')],
    },
  );
  // The business importance, one more where customers use it, at most 4.
  itRates('finance-c', [
    [{ business_importance: 1, customer_facing: false }, 1],
    [{ business_importance: 1, customer_facing: true }, 2],
    [{ business_importance: 2, customer_facing: true }, 3],
    [{ business_importance: 3, customer_facing: false }, 3],
    [{ business_importance: 3, customer_facing: true }, 4],
    [{ business_importance: 4, customer_facing: false }, 4],
    [{ business_importance: 4, customer_facing: true }, 4],
    [{ business_importance: 4, customer_facing: null }, 4], // either way
    [{ business_importance: 3, customer_facing: null }, null],
    [{ business_importance: null, customer_facing: true }, null],
  ]);
});
