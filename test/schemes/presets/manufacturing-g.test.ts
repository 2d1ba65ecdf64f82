/**
 * schemes.md, manufacturing-g. SS: symptom_class data_center, power, edi, network or mail with availability_impact 3; medium:
 * customers_affected or impact_minutes ≥ 60; small: the rest. SS is critical, medium heavy, small other.
 */
import { describe } from 'vitest';
import { itGrades, itRates } from '../grading.js';

const parts = (
  symptom: string | null,
  availability: number | null,
  customers: boolean | null,
  minutes: number | null,
) => ({
  symptom_class: symptom,
  availability_impact: availability,
  customers_affected: customers,
  minutes,
});

describe('manufacturing-g', () => {
  itGrades('manufacturing-g', [
    ['data centre down', parts('data_center', 3, false, 5), 'SS critical'],
    ['power down', parts('power', 3, false, 5), 'SS critical'],
    ['EDI down', parts('edi', 3, false, 5), 'SS critical'],
    ['network down', parts('network', 3, true, 600), 'SS critical'],
    ['mail down, all else unknown', parts('mail', 3, null, null), 'SS critical'],
    ['mail impaired', parts('mail', 2, false, 59), 'S other'],
    ['network impaired, 60 minutes', parts('network', 2, false, 60), 'M heavy'],
    ['application down', parts('application', 3, false, 59), 'S other'],
    ['application down, customers', parts('application', 3, true, 5), 'M heavy'],
    ['other down, 60 minutes', parts('other', 3, false, 60), 'M heavy'],
    ['59 minutes', parts('application', 0, false, 59), 'S other'],
    ['symptom unknown, down', parts(null, 3, true, 60), '? symptom_class'],
    ['symptom unknown, impaired, customers', parts(null, 2, true, 5), 'M heavy'],
    ['mail, availability unknown', parts('mail', null, false, 5), '? availability_impact'],
    ['application, availability unknown', parts('application', null, false, 5), 'S other'],
    ['customers unknown, 60 minutes', parts('application', 1, null, 60), 'M heavy'],
    ['customers unknown, 59 minutes', parts('application', 1, null, 59), '? customers_affected'],
    ['customers, time unknown', parts('application', 1, true, null), 'M heavy'],
    ['no customers, time unknown', parts('application', 1, false, null), '? impact_minutes'],
  ]);
  itRates('manufacturing-g', [
    [{ importance_class: 'life' }, 4],
    [{ importance_class: 'all_employees' }, 4],
    [{ importance_class: 'orders' }, 3],
    [{ importance_class: 'payment' }, 3],
    [{ importance_class: 'internal' }, 2],
    [{ importance_class: 'catalog' }, 1],
    [{ importance_class: null }, null],
  ]);
});
